"""The total row of a table: each of its figures is the sum of the figures above it in the column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.reading import Reading
from linter.claims.model import Part, TotalClaim
from linter.document import Cell, Table
from linter.scan.tokens import Quantity, Unit

_TOTAL = re.compile(
    r"\s*(?:每月|月|每人|个人|单位|双方|应缴|实缴|社保|[两三四五]险|[两三四五]项|费用)*(?:合计|总计|共计|总和|小计|一共|总额|合起来|总(?=天数))"
    r"(?:\(元(?:/月)?\)|\(天\)|金额|缴费|缴纳|扣款|扣缴|费用|比例|每月|天数|\s)*"
)
_DAYS = "天"
_NO_PART_OF_DAYS = re.compile("基数|工资|档|月数|年限|年份|比例|费率|指数|人数|序号|其中|金额|元")
_NO_PART = re.compile(r"基数|工资|档|月数|天数|年限|年份|比例|费率|指数|人数|序号")
_BASE = re.compile("基数|工资|基准|收入")
_PARTIAL = re.compile("小计")
_PLUS = re.compile(r"%\s*\+\s*$")
_DIGIT = re.compile("[0-9]")
_ADDED_UP = frozenset({Unit.YUAN, Unit.NONE, Unit.PERCENT, Unit.DAYS})
_FEWEST = 2


def extract(reading: Reading) -> Iterator[TotalClaim]:
    """One claim for each figure of a row called a total, in tables whose other rows are its parts."""
    for section in reading.document.sections:
        for table in section.tables:
            rows = [row for row in table.rows if row]
            labels = [row[0].span.cut(reading.text).strip() for row in rows]
            if any(_PARTIAL.search(label) for label in labels[:-1]):
                continue
            yield from _of_columns(reading, table)
            for index, label in enumerate(labels):
                if index == len(rows) - 1 and is_total_label(label):
                    yield from _of_row(reading, rows, table)


def _of_row(reading: Reading, rows: Sequence[Sequence[Cell]], table: Table) -> Iterator[TotalClaim]:
    for cell in rows[-1][1:]:
        total = only_figure(reading, cell)
        parts = None if total is None else column_of(reading, rows[:-1], cell.column, total.unit)
        sentence = None if total is None else reading.sentence_at(total.span)
        if total is None or parts is None or sentence is None or len(parts) < _FEWEST:
            continue
        if _is_one_base(reading, table, cell, total, parts):
            continue
        scope = reading.scope(total.span, sentence)
        yield TotalClaim(total.span, sentence.span, scope, total, tuple(parts), None, True)


def _is_one_base(reading: Reading, table: Table, cell: Cell, total: Quantity, parts: Sequence[Part]) -> bool:
    """True where the column of bases repeats the same one down to the row of totals: nobody adds bases up."""
    head = [each for each in table.rows[0] if each.column == cell.column]
    named = any(_BASE.search(each.span.cut(reading.text)) for each in head)
    return named and all(part.token.value == total.value for part in parts)


def column_of(reading: Reading, rows: Sequence[Sequence[Cell]], column: int, unit: Unit) -> list[Part] | None:
    """The figures of a column with the names of their rows; ``None`` when a cell holds anything but one of them."""
    parts: list[Part] = []
    for row in rows:
        for cell in row:
            if cell.column != column or cell.header:
                continue
            figure = only_figure(reading, cell)
            written = cell.span.cut(reading.text)
            if figure is None and _DIGIT.search(written):
                return None
            if figure is not None:
                if figure.unit is not unit:
                    return None
                parts.append(Part(figure, row[0].span.cut(reading.text).strip()))
    return parts


def _of_columns(reading: Reading, table: Table) -> Iterator[TotalClaim]:
    """The last column, called a total, as the sum of the columns before it, where other rows bear it out."""
    head = table.rows[0] if table.rows else ()
    if len(head) < _FEWEST + 1 or not _TOTAL.fullmatch(head[-1].span.cut(reading.text)):
        return
    # 国家产假 98天,延长产假 60天: where the last column counts days, the others do as well.
    other = _NO_PART_OF_DAYS if _DAYS in head[-1].span.cut(reading.text) else _NO_PART
    columns = [cell.column for cell in head[1:-1] if not other.search(cell.span.cut(reading.text))]
    rows = [_summed(reading, row, columns, head[-1].column, head) for row in table.rows[1:]]
    found = [row for row in rows if row is not None]
    right = sum(sum(part.token.value for part in parts) == total.value for total, parts in found)
    if right * 2 < len(found) or not right:
        return
    for total, parts in found:
        sentence = reading.sentence_at(total.span)
        if sentence is not None:
            yield TotalClaim(total.span, sentence.span, reading.scope(total.span, sentence), total, parts, None, True)


def _summed(
    reading: Reading, row: Sequence[Cell], columns: Sequence[int], last: int, head: Sequence[Cell]
) -> tuple[Quantity, tuple[Part, ...]] | None:
    """The total of a row with its parts, all of one unit; ``None`` where a cell holds anything else."""
    cells = {cell.column: cell for cell in row}
    figures = [None if column not in cells else only_figure(reading, cells[column]) for column in (*columns, last)]
    total = figures[-1]
    if total is None or len(figures) <= _FEWEST or any(one is None or one.unit is not total.unit for one in figures):
        return None
    names = {cell.column: cell.span.cut(reading.text).strip() for cell in head}
    parts = [Part(one, names.get(column, "")) for column, one in zip(columns, figures, strict=False) if one is not None]
    return total, tuple(parts)


def is_total_label(label: str) -> bool:
    """True for what a row of totals is called: 合计, 个人小计."""
    return _TOTAL.fullmatch(label) is not None


def only_figure(reading: Reading, cell: Cell) -> Quantity | None:
    """The figure of a cell that holds one and no other, or the money beside its rate (8%,560元)."""
    figures = [figure for figure in reading.quantities_in(cell.span) if not _is_supplement(reading, figure)]
    money = [figure for figure in figures if figure.unit is Unit.YUAN]
    if len(money) == 1 and all(figure.unit is Unit.PERCENT for figure in figures if figure not in money):
        figures = money
    if len(figures) != 1 or figures[0].is_range or figures[0].unit not in _ADDED_UP:
        return None
    return figures[0]


def _is_supplement(reading: Reading, figure: Quantity) -> bool:
    """True for the 3元 of 2%+3元: it belongs to the rate."""
    return (
        figure.unit is Unit.YUAN
        and _PLUS.search(reading.text[max(0, figure.span.start - 3) : figure.span.start]) is not None
    )

"""The total row of a table: each of its figures is the sum of the figures above it in the column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.model import Part, TotalClaim
from linter.claims.reading import Reading
from linter.document import Cell, Table
from linter.scan.tokens import Quantity, Unit

_TOTAL = re.compile(r"\s*(?:合计|总计|共计|总和|五险合计|三险合计|社保合计)(?:\(元\)|金额|缴费|扣款|费用|比例|\s)*")
_PARTIAL = re.compile("小计")
_DIGIT = re.compile("[0-9]")
_ADDED_UP = frozenset({Unit.YUAN, Unit.NONE, Unit.PERCENT})
_FEWEST = 2


def extract(reading: Reading) -> Iterator[TotalClaim]:
    """One claim for each figure of a row called a total, in tables whose other rows are its parts."""
    for section in reading.document.sections:
        for table in section.tables:
            rows = [row for row in table.rows if row]
            labels = [row[0].span.cut(reading.text).strip() for row in rows]
            if any(_PARTIAL.search(label) for label in labels):
                continue
            for index, label in enumerate(labels):
                if index == len(rows) - 1 and _TOTAL.fullmatch(label):
                    yield from _of_row(reading, rows, table)


def _of_row(reading: Reading, rows: Sequence[Sequence[Cell]], table: Table) -> Iterator[TotalClaim]:
    for cell in rows[-1][1:]:
        total = _only_figure(reading, cell)
        parts = None if total is None else _parts(reading, rows[:-1], cell.column, total.unit)
        sentence = None if total is None else reading.sentence_at(total.span)
        if total is None or parts is None or sentence is None or len(parts) < _FEWEST:
            continue
        scope = reading.scope(total.span, sentence)
        yield TotalClaim(total.span, sentence.span, scope, total, tuple(parts), None, True)


def _parts(reading: Reading, rows: Sequence[Sequence[Cell]], column: int, unit: Unit) -> list[Part] | None:
    """The figures of a column with the names of their rows; ``None`` when a cell holds anything but one of them."""
    parts: list[Part] = []
    for row in rows:
        for cell in row:
            if cell.column != column or cell.header:
                continue
            figure = _only_figure(reading, cell)
            written = cell.span.cut(reading.text)
            if figure is None and _DIGIT.search(written):
                return None
            if figure is not None:
                if figure.unit is not unit:
                    return None
                parts.append(Part(figure, row[0].span.cut(reading.text).strip()))
    return parts


def _only_figure(reading: Reading, cell: Cell) -> Quantity | None:
    """The figure of a cell that holds one and no other."""
    figures = reading.quantities_in(cell.span)
    if len(figures) != 1 or figures[0].is_range or figures[0].unit not in _ADDED_UP:
        return None
    return figures[0]

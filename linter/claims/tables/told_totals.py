"""A total told in words under a table: 六项加起来,单位每月支出2255.40元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import Part, TotalClaim
from linter.claims.tables.table_totals import is_total_label, only_figure
from linter.document import BlockKind, Cell, Section, Table
from linter.scan.tokens import Quantity, Unit

_ADDED = re.compile("加起来|合计|相加|加在一起|一共|总共|合起来|加总|共")
_ITEMS = "项"
_MONEY_COLUMN = re.compile("元|金额|缴费额|扣款")
_PAYERS = (re.compile("单位|公司|企业|雇主"), re.compile("个人|本人"))


def extract(reading: Reading) -> Iterator[TotalClaim]:
    """Totals of as many items as one column of the table above has amounts, of the payer the sentence names."""
    for index, section in enumerate(reading.document.sections):
        for at, table in enumerate(section.tables):
            for sentence in below(reading, section, index, at):
                told = _told(reading, sentence)
                parts = None if told is None else _column(reading, table, sentence, told[0])
                if told is not None and parts is not None:
                    scope = reading.scope(told[1].span, sentence)
                    yield TotalClaim(told[1].span, sentence.span, scope, told[1], parts, None, True)


def below(reading: Reading, section: Section, index: int, at: int) -> Sequence[Sentence]:
    """The sentences under a table, up to the next table or heading."""
    start = section.tables[at].span.end
    ends = [table.span.start for table in section.tables[at + 1 :]]
    ends += [block.span.start for block in section.blocks if block.kind is BlockKind.HEADING]
    end = min((each for each in ends if each >= start), default=section.span.end)
    return [one for one in reading.sentences if one.section == index and start <= one.span.start < end]


def _told(reading: Reading, sentence: Sentence) -> tuple[int, Quantity] | None:
    """How many items the sentence says it adds, and the one amount it gives for them."""
    figures = reading.quantities_in(sentence.span)
    counts = [figure for figure in figures if figure.unit is Unit.COUNT and figure.classifier == _ITEMS]
    amounts = [figure for figure in figures if figure.unit is Unit.YUAN]
    if len(counts) != 1 or len(amounts) != 1 or amounts[0].is_range or amounts[0].span.start < counts[0].span.end:
        return None
    between = reading.text[counts[0].span.end : amounts[0].span.start]
    return (int(counts[0].value), amounts[0]) if _ADDED.search(between) else None


def _column(reading: Reading, table: Table, sentence: Sentence, items: int) -> tuple[Part, ...] | None:
    """The amounts of the only column that has so many of them and belongs to the payer of the sentence."""
    said = sentence.span.cut(reading.text)
    named = [payer for payer in _PAYERS if payer.search(said)]
    head, *rows = [row for row in table.rows if row]
    found = []
    for cell in head[1:]:
        title = cell.span.cut(reading.text)
        parts = _amounts(reading, rows, cell.column)
        fits = _MONEY_COLUMN.search(title) and all(payer.search(title) for payer in named)
        if fits and len(parts) == items:
            found.append(parts)
    return found[0] if len(found) == 1 else None


def _amounts(reading: Reading, rows: Sequence[Sequence[Cell]], column: int) -> tuple[Part, ...]:
    """The amounts of a column, without zeros and totals, with the names of their rows."""
    parts = []
    for row in rows:
        label = row[0].span.cut(reading.text).strip()
        for cell in row:
            figure = only_figure(reading, cell) if cell.column == column and not is_total_label(label) else None
            if figure is not None and figure.value and figure.unit in (Unit.YUAN, Unit.NONE):
                parts.append(Part(figure, label))
    return tuple(parts)

"""What is told under a table of its figures: a column added up, a row added up, the totals of two payers together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.context.amounts import is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.payers import BOTH
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.claims.tables.table_echoes import payer_named
from linter.claims.tables.table_totals import is_total_label, only_figure
from linter.document import Cell, Table
from linter.scan.tokens import Quantity
from linter.text import Span

_BOTH = re.compile(f"{BOTH}|两者|二者|两项|单位个人|合起来|加起来")
_TOTAL = re.compile("(?:合计|共计|小计|总计|一共|总共)[^,;。:0-9]{0,6}$")
_LED = 24
_SCALES = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}
_FEWEST, _MOST = 2, 12


def table_ways(reading: Reading, sentence: Sentence, result: Quantity) -> Iterator[Calculation]:
    """The sums of the last table above a sentence that its words may be about."""
    if not is_plain_sum(reading, result):
        return
    section = reading.document.sections[sentence.section]
    led = reading.text[max(sentence.span.start, result.span.start - _LED) : result.span.start]
    above = [table for table in section.tables if table.span.end <= sentence.span.start]
    if not above:
        return
    yield from _columns(reading, above[-1], led)
    yield from _rows(reading, above[-1], sentence, result)
    if words("apart_by").search(led):
        yield from _apart(reading, above[-1], result)
    if _BOTH.search(led):
        yield from _totals(reading, above[-1], result)


def _columns(reading: Reading, table: Table, led: str) -> Iterator[Calculation]:
    """The columns of the payer that the words before the result name."""
    payer = payer_named(led)
    for head in table.rows[0][1:] if payer is not None and table.rows else ():
        if payer_named(head.span.cut(reading.text)) == payer:
            rows = [row for row in table.rows[1:] if row and not is_total_label(_label(reading, row))]
            parts = _money(reading, [cell for row in rows for cell in row if cell.column == head.column])
            if _FEWEST <= len(parts) <= _MOST:
                yield Calculation("add", parts)


def _rows(reading: Reading, table: Table, sentence: Sentence, result: Quantity) -> Iterator[Calculation]:
    """The row whose first cell the sentence names, added up."""
    told = reading.quantities_in(Span(sentence.span.start, result.span.start))
    for row in table.rows[1:]:
        parts = _money(reading, row)
        named = len(row) > 1 and any(token.value == parts[0].value for token in told if parts)
        if named and len(parts) == len(row):
            yield Calculation("add", parts)


def _apart(reading: Reading, table: Table, result: Quantity) -> Iterator[Calculation]:
    """The two rows of the table apart, in each column that counts in the hundred millions of the result or likewise."""
    scale = next((sign for sign in _SCALES if sign in result.span.cut(reading.text)), "")
    rows = [row for row in table.rows[1:] if row and not is_total_label(_label(reading, row))]
    for head in table.rows[0][1:] if len(rows) == len(("first", "last")) else ():
        said = head.span.cut(reading.text)
        figures = _money(reading, [cell for row in rows for cell in row if cell.column == head.column])
        if len(figures) == len(rows) and next((sign for sign in _SCALES if sign in said), "") == scale:
            lower, higher = sorted(figures, key=lambda token: token.value)
            way = Calculation("subtract", (higher, lower))
            plain = not scale or any(scale in cell.span.cut(reading.text) for row in rows for cell in row)
            yield way if plain else Calculation("multiply", (way, _SCALES[scale]))


def _totals(reading: Reading, table: Table, result: Quantity) -> Iterator[Calculation]:
    """The total row of the table, and the last total told behind it."""
    rows = [row for row in table.rows[1:] if row and is_total_label(_label(reading, row))]
    of_table = [_money(reading, row[1:]) for row in rows[-1:]]
    behind = [
        token
        for token in reading.quantities_in(Span(table.span.end, result.span.start))
        if is_plain_sum(reading, token) and _TOTAL.search(reading.text, token.span.start - _LED, token.span.start)
    ]
    if len(of_table) == 1 and len(of_table[0]) == 1 and behind:
        yield Calculation("add", (of_table[0][0], behind[-1]))


def _label(reading: Reading, row: Sequence[Cell]) -> str:
    return row[0].span.cut(reading.text).strip()


def _money(reading: Reading, cells: Sequence[Cell]) -> tuple[Quantity, ...]:
    found = (only_figure(reading, cell) for cell in cells)
    return tuple(token for token in found if token is not None and is_plain_sum(reading, token))

"""Changes told of the rows of a table: 四川上限涨383元,江苏涨366元, each between the same two columns of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.derived.operations.roles import apart
from linter.claims.derived.operations.told import Told
from linter.claims.model.calculation import Calculation
from linter.claims.tables.table_totals import only_figure
from linter.document import Table
from linter.scan.tokens import Quantity
from linter.text import Span
from reference.vocabulary import worded

_SHORTEST_NAME, _FEWEST_RIGHT = 2, 2
_MARKS = re.compile("[,;。:、!?\n]")

_Row = dict[int, Quantity]
"""The figures of a row by their column."""


def between_columns(told: Told) -> Iterator[Calculation]:
    """The difference of two cells of the row that the clause names, where those of the other clauses are right."""
    section = told.reading.document.sections[told.sentence.section]
    above = [table for table in section.tables if table.span.end <= told.sentence.span.start]
    if not above or not _changes().search(told.clause):
        return
    rows = _rows(told, above[-1])
    changes = [(row, token) for token in _alike(told) if (row := _row_of(told, rows, token)) is not None]
    mine = next((row for row, token in changes if token.span == told.result.span), None)
    if mine is None:
        return
    for one, other in combinations(sorted(mine), 2):
        right = [_differ(row, one, other) == token.value for row, token in changes]
        if sum(right) == len(changes) - 1 >= _FEWEST_RIGHT and _differ(mine, one, other) != told.result.value:
            yield from apart(mine[one], mine[other])


def _alike(told: Told) -> Sequence[Quantity]:
    figures = told.reading.quantities_in(told.sentence.span)
    return [token for token in figures if token.unit is told.result.unit and not token.is_range]


def _rows(told: Told, table: Table) -> dict[str, _Row]:
    """The rows by their names; a name of two rows names neither."""
    text, reading = told.reading.text, told.reading
    names = [row[0].span.cut(text).strip() if row else "" for row in table.rows]
    return {
        name: {cell.column: figure for cell in row[1:] if (figure := only_figure(reading, cell)) is not None}
        for name, row in zip(names, table.rows, strict=True)
        if len(name) >= _SHORTEST_NAME and names.count(name) == 1
    }


def _row_of(told: Told, rows: dict[str, _Row], token: Quantity) -> _Row | None:
    """The row that is named in the clause of a figure, before it."""
    start = told.sentence.span.start
    marks = [mark.end() for mark in _MARKS.finditer(told.reading.text, start, token.span.start)]
    clause = Span(max(marks, default=start), token.span.start).cut(told.reading.text)
    named = [row for name, row in rows.items() if name in clause]
    return named[0] if len(named) == 1 and _changes().search(clause) else None


def _differ(row: _Row, one: int, other: int) -> Decimal | None:
    return abs(row[one].value - row[other].value) if one in row and other in row else None


@worded
def _changes() -> re.Pattern[str]:
    return re.compile(any_of("raise", "up", "down", "apart_by", "more", "less"))

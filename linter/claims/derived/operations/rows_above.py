"""Changes told of what stands above them in rows: 四川上限涨383元,江苏涨366元, each between two columns of its row.

Or in pairs: 2340元(原来2305元) … 1872元(原来1844元) … 头一年涨35元,第二年涨28元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

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
_FORMER = re.compile(
    r"(?:元|块)?(?:/月)?\s*[(,]\s*(?:原来?|此前|之前|以前|去年|上年度?|上一年度?)(?:标准)?(?:的|为|是|:)*\s*"
)

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


def between_pairs(told: Told) -> Iterator[Calculation]:
    """The difference of the pair, of what is and what was, in the place of the result, where the others are right."""
    if not _changes().search(told.clause):
        return
    text, figures = told.reading.text, told.figures
    pairs = [
        (now, was)
        for now, was in pairwise(figures)
        if _FORMER.fullmatch(text, now.span.end, was.span.start) and was.span.end <= told.sentence.span.start
    ]
    changes = [token for token in _alike(told) if _changes().search(_clause(told, token))]
    if len(pairs) != len(changes):
        return
    right = [abs(now.value - was.value) == token.value for (now, was), token in zip(pairs, changes, strict=True)]
    place = next((at for at, token in enumerate(changes) if token.span == told.result.span), None)
    if place is not None and not right[place] and sum(right) == len(right) - 1 >= _FEWEST_RIGHT:
        yield from apart(*pairs[place])


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
    clause = _clause(told, token)
    named = [row for name, row in rows.items() if name in clause]
    return named[0] if len(named) == 1 and _changes().search(clause) else None


def _clause(told: Told, token: Quantity) -> str:
    """The words before a figure since the last mark."""
    start = told.sentence.span.start
    marks = [mark.end() for mark in _MARKS.finditer(told.reading.text, start, token.span.start)]
    return Span(max(marks, default=start), token.span.start).cut(told.reading.text)


def _differ(row: _Row, one: int, other: int) -> Decimal | None:
    return abs(row[one].value - row[other].value) if one in row and other in row else None


@worded
def _changes() -> re.Pattern[str]:
    return re.compile(any_of("raise", "up", "down", "apart_by", "more", "less"))

"""Tables with a row for each year (2031 | 16年): the year that all figures of the row are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from linter.claims.context.periods import year_of_header
from linter.document import Cell, Document
from reference.period import Period

# 年度(7月至次年6月): an insurance year that is none of the calendar.
_ACROSS = re.compile("(?P<first>[0-9]{1,2})月[^0-9]{0,8}(?:次年|第二年|翌年|下一?年)(?P<last>[0-9]{1,2})月")
_OF_YEARS = re.compile("年份|年度|时间|(?:退休|到龄|执行|适用|^)年$")
_YEAR = 12
# 出生年份: whose rule is meant, 入职年份: whose career; neither says when something holds.
_OF_OTHERS = re.compile("出生|生年|入职|参加工作|首次|毕业|建账|元")


def row_years(document: Document) -> Mapping[int, Period]:
    """By the start of a row: the year it names with bare digits, in a column whose head says that years stand there.

    In a first column without a head all rows must name one: a lone 2025 may be an amount.
    """
    return {
        start: year
        for section in document.sections
        for table in section.tables
        for start, year in _in_table(document.text, table.rows)
    }


def _in_table(text: str, rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, Period]]:
    for head in rows[0] if rows else ():
        said = head.span.cut(text).strip()
        cells = [(row[0].span.start, cell) for row in rows[1:] for cell in row if cell.column == head.column]
        years = [(start, year_of_header(cell.span.cut(text))) for start, cell in cells]
        unheaded = not said and head.column == 0 and len(years) > 1 and all(year for _, year in years)
        if unheaded or (_OF_YEARS.search(said) and not _OF_OTHERS.search(said)):
            yield from ((start, _as_headed(said, year)) for start, year in years if year is not None)
            return


def _as_headed(head: str, year: Period) -> Period:
    """The year, or the insurance year that begins in it and that the head tells of."""
    across = _ACROSS.search(head)
    if across is None or year.start is None or year.end is None:
        return year
    first, last = int(across["first"]), int(across["last"])
    if not (1 <= first <= _YEAR and 1 <= last <= _YEAR):
        return year
    return Period(date(year.start.year, first, 1), Period.month(year.end.year + 1, last).end)

"""Tables with a row for each year (2031 | 16年): the year that all figures of the row are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.claims.periods import year_of_header
from linter.document import Cell, Document
from reference.period import Period

_OF_YEARS = re.compile("年份|年度|时间|(?:退休|到龄|执行|适用|^)年$")
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
            yield from ((start, year) for start, year in years if year is not None)
            return

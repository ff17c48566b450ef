"""Tables that tell by birth when people retire: a row for each month or year, one result or one for each group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from linter.claims.context.reading import Reading
from linter.claims.model import RetirementClaim
from linter.claims.retirement.births import born_in
from linter.claims.retirement.examples import group_of
from linter.claims.retirement.groups import Given, named_group, narrowed
from linter.document import Cell, Table
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_KINDS = {
    "birth": re.compile("出生"),
    # 2018年年龄 and 现年龄 are how old they are.
    "age": re.compile("退休年龄|实际年龄|(?<![0-9]年)(?<!现)(?<!当前)(?<!如今)(?<!在)年龄"),
    "retires": re.compile("退休(?:时间|年月|月份|年份)|何时退休"),
    # 延迟后(女干部): an age, with the year of retirement or without.
    "result": re.compile("(?:延迟|推迟|延后|延退|改革|调整)(?:退休)?后|新(?:政策|政|规|办法)"),
    "delay": re.compile("延迟|推迟|延后"),
}
# 原定退休年龄 is the age of before; 原50岁女职工 names a group.
_FORMER = re.compile(r"(?:原(?!(?:法定|定)?(?:退休年龄)?\s*5[05])|改革前|延迟前|调整前|旧|此前|以前)[^后]*$")
_CHOSEN = re.compile("最早|最晚|弹性|提前|可选")
_YEAR = 12
_AGES = range(49, 71)
_BARE_YEAR = re.compile("19[4-9][0-9]|200[0-9]")
_BARE_RETIRES = re.compile("20[2-6][0-9]")
_BY_FORMER_AGE = {600: "female_50", 660: "female_55", 720: "male"}
_IN_YEARS = {"age": "岁", "delay": "年"}


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column tells ("birth", "age", "former", "retires", "delay"), of which group, and its header's words."""

    kind: str
    index: int
    group: str | None
    words: str


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """What the rows say of those born in a month or a year. A table without a header goes on with the one before."""
    for section in reading.document.sections:
        columns: Sequence[_Column] = ()
        for table in section.tables:
            columns = tuple(_columns(reading, table)) or columns
            for row in table.rows:
                yield from _in_row(reading, row, columns)


def _columns(reading: Reading, table: Table) -> Sequence[_Column]:
    """The columns, when the first row names births and a result."""
    found = [_column(reading, cell) for cell in (table.rows[0] if table.rows else ())]
    columns: list[_Column] = []
    for column in found:
        if column is not None and not any((column.kind, column.group) == (each.kind, each.group) for each in columns):
            columns.append(column)
    return columns if any(each.kind == "birth" for each in columns) and len(columns) > 1 else ()


def _column(reading: Reading, cell: Cell) -> _Column | None:
    words = cell.span.cut(reading.text)
    kind = next((kind for kind, pattern in _KINDS.items() if pattern.search(words)), None)
    if kind is None or _CHOSEN.search(words):
        return None
    group = None if kind == "birth" else named_group(reading, cell.span)
    return _Column("former" if kind == "age" and _FORMER.search(words) else kind, cell.column, group, words)


def _in_row(reading: Reading, row: Sequence[Cell], columns: Sequence[_Column]) -> Iterator[RetirementClaim]:
    births = [row[each.index] for each in columns if each.kind == "birth" and each.index < len(row)]
    month, until = _born(reading, births[0].span) if births else (None, None)
    sentence = reading.sentence_at(births[0].span) if month is not None else None
    if month is None or sentence is None:
        return
    scope = reading.scope(births[0].span, sentence)
    results = [each for each in columns if each.kind not in ("birth", "former") and each.index < len(row)]
    alone = len({each.group for each in results}) == 1
    for group in dict.fromkeys(each.group for each in results):
        cells = {
            each: row[each.index]
            for each in columns
            if each.index < len(row) and (each.group == group or (alone and each.kind == "former"))
        }
        given = _given(reading, cells, of_year=until is not None)
        if given:
            last = row[-1].span if group is None else max(span for _, span in given.values())
            span = row[0].span.joined(last)
            named = group_of(reading, sentence, given, span) if group is None else group
            whose = _told(reading, cells, given, named)
            yield RetirementClaim(span, sentence.span, scope, month, whose, given, until)


def _born(reading: Reading, birth: Span) -> tuple[date | None, date | None]:
    """The first and the last month of birth of a row; of a bare 1970 in such a column the whole year."""
    dates = reading.scoper.dates_in(birth)
    if len(dates) == 1:
        return born_in(dates[0])
    bare = _BARE_YEAR.fullmatch(birth.cut(reading.text).strip())
    year = int(bare[0]) if bare else None
    return (None, None) if year is None else (date(year, 1, 1), date(year, 12, 1))


def _told(reading: Reading, cells: Mapping[_Column, Cell], given: Given, group: str | None) -> str | None:
    """The group of a row; which women are meant, their former age tells. One that is not theirs leaves it open."""
    undelayed = _undelayed(given)
    if group is None and undelayed is not None:
        return _BY_FORMER_AGE[int(undelayed)]
    former = _former_age(reading, cells) or undelayed
    if former is None or group is None:
        return narrowed(group, given)
    theirs = _BY_FORMER_AGE.get(int(former))
    fits = theirs is not None and theirs.startswith(group.partition("_")[0])
    return theirs if fits else None


def _undelayed(given: Given) -> Decimal | None:
    """The age of before, where a row tells the new one and the delay, and the difference is such an age."""
    if "age" not in given or "delay" not in given:
        return None
    before = given["age"][0] - given["delay"][0]
    return before if before in _BY_FORMER_AGE else None


def _given(reading: Reading, cells: Mapping[_Column, Cell], *, of_year: bool) -> Given:
    given: Given = {}
    for column, cell in cells.items():
        if column.kind in ("age", "delay", "result"):
            months = _months(reading, column, cell)
            if months is not None:
                given["age" if column.kind == "result" else column.kind] = months, cell.span
            if column.kind != "delay":
                given.update(_retires(reading, cell, of_year=of_year))
        elif column.kind == "retires":
            given.update(_retires(reading, cell, of_year=of_year))
    former = _former_age(reading, cells)
    if former is not None and "age" in given and "delay" not in given and given["age"][0] == former:
        given["delay"] = Decimal(0), given["age"][1]
    return given


def _former_age(reading: Reading, cells: Mapping[_Column, Cell]) -> Decimal | None:
    found = (_months(reading, column, cell) for column, cell in cells.items() if column.kind == "former")
    return next(found, None)


def _months(reading: Reading, column: _Column, cell: Cell) -> Decimal | None:
    """The only age or delay of a cell in months; a bare number is in what the header counts in."""
    figure = _single(reading, cell.span)
    if figure is None:
        return None
    unit = "delay" if column.kind == "delay" else "age"
    if figure.unit is (Unit.MONTHS if unit == "delay" else Unit.AGE):
        return figure.value
    if figure.unit is not Unit.NONE:
        return None
    in_years = f"({_IN_YEARS[unit]}" in column.words or f"/{_IN_YEARS[unit]}" in column.words
    if unit == "age" and not in_years:
        return figure.value * _YEAR if column.kind == "age" and figure.value in _AGES else None
    return figure.value * _YEAR if in_years else figure.value


def _retires(reading: Reading, cell: Cell, *, of_year: bool) -> Given:
    dates = reading.scoper.dates_in(cell.span)
    bare = _BARE_RETIRES.fullmatch(cell.span.cut(reading.text).strip())
    if of_year and bare and not dates:
        return {"year": (Decimal(bare[0]), cell.span)}
    point = dates[0].start if len(dates) == 1 else None
    if point is None or not point.year:
        return {}
    if of_year:
        return {"year": (Decimal(point.year), dates[0].span)} if dates[0].end is None else {}
    return {"retires": (Decimal(point.year * _YEAR + point.month), dates[0].span)} if point.month else {}


def _single(reading: Reading, span: Span) -> Quantity | None:
    found = reading.quantities_in(span)
    return found[0] if len(found) == 1 and not found[0].is_range and not found[0].approximate else None

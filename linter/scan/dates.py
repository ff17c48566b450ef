"""Dates and periods as written: 2025-04-22, 2025年7月至2026年6月, 12月25日前, 去年底, 2003-2007年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from linter.scan.calendar_points import is_possible
from linter.scan.date_patterns import DATE, DAY_OF_RANGE, RANGE_GAP, YEAR_MONTH_CONTEXT, YEAR_WORDS
from linter.scan.numerals import parse_numeral
from linter.scan.relations import relation
from linter.scan.tokens import CalendarPoint, DateToken
from linter.text import Span
from reference.vocabulary import load_json

_CUES: tuple[str, ...] = tuple(load_json("number_words.json")["dates"]["duration_cues"])
_WITHIN = re.compile(r"(?:以|之)?内|以[上下]")
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_PARTS = {"底": "end", "末": "end", "初": "start", "中": "middle", "上旬": "start", "中旬": "middle", "下旬": "end"}
_HALVES = {"上": "h1", "前": "h1", "下": "h2", "后": "h2"}
_QUARTERS = {"一": "q1", "二": "q2", "三": "q3", "四": "q4"}
_CN_YEAR = str.maketrans("零〇一二三四五六七八九", "00123456789")
# Years told from a year named earlier; which one, only the reader knows.
_OTHER_YEARS = ("当年", "同年", "该年", "那年")
_NEXT_YEARS = ("次年", "翌年", "第二年", "来年")
_UNIT_AFTER = re.compile(r" ?[元%‰万亿倍个天人岁块=×÷*+]")
_LONGEST_BARE_RANGE = 10
_LONGEST_GAP = 12
# 2007年与2009年之间
_AND = re.compile(" ?[与和跟同] ?")
_BETWEEN = re.compile(" ?(?:之间|期间|间)")
_LIST_GAP = re.compile(r" ?[、和及与或] ?")


class Atom(NamedTuple):
    """One written date. An ``open`` one left its 年 or 月 to the next (2003 in 2003-2007年)."""

    start: int
    end: int
    point: CalendarPoint
    until: CalendarPoint | None = None
    open: bool = False
    silent: bool = False


def scan_dates(text: str) -> tuple[DateToken, ...]:
    """The dates of a normalised text in order."""
    return dates_in(text)[0]


def dates_in(text: str) -> tuple[tuple[DateToken, ...], tuple[tuple[int, int], ...]]:
    """The dates of a text, and the places of dates nobody can resolve (当年12月), which are no numbers either."""
    atoms = _closed(text, [atom for match in DATE.finditer(text) if (atom := _atom(text, match)) is not None])
    atoms = _with_years_of_lists(text, atoms)
    tokens: list[DateToken] = []
    silent: list[tuple[int, int]] = []
    index = 0
    while index < len(atoms):
        atom, taken = _with_end(text, atoms, index)
        index += taken
        if atom.silent:
            silent.append((atom.start, atom.end))
        else:
            tokens.append(_token(text, atom))
    return tuple(tokens), tuple(silent)


def _token(text: str, atom: Atom) -> DateToken:
    points = [atom.point] if atom.until is None else [atom.point, atom.until]
    return DateToken(
        Span(atom.start, atom.end),
        start=atom.point,
        end=atom.until,
        relation=relation(text, atom.start, atom.end, is_range=atom.until is not None),
        impossible=not all(is_possible(point) for point in points),
    )


def _atom(text: str, match: re.Match[str]) -> Atom | None:
    group = match.groupdict()
    if group["ny"]:
        return _numeric(text, match)
    if group["cy"]:
        return Atom(*match.span(), CalendarPoint(int(group["cy"]), int(group["cm"]), int(group["cd"])))
    if group["m2"]:
        return _without_year(text, match)
    if group["alone"]:
        return Atom(*match.span(), CalendarPoint(year_offset=0, part=_part(group["alone"])))
    if group["both"]:
        first = 0 if group["both"].startswith("今") else -1
        return Atom(*match.span(), CalendarPoint(year_offset=first), CalendarPoint(year_offset=first + 1))
    if group["edition"]:
        return Atom(*match.span(), CalendarPoint(int(group["edition"])))
    if group["bare"]:
        return _bare_year(text, match)
    if group["span"]:
        return _bare_range(match)
    return _with_year(match)


def _with_year(match: re.Match[str]) -> Atom | None:
    year, offset = _year(match)
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    month, day, part = match["m"], match["d"], match["part"]
    point = CalendarPoint(year, _number(month), _number(day), offset, _part(part))
    last = match.group()[-1]
    return Atom(*match.span(), point, open=last not in "年度月份日号" and offset is None and part is None)


def _year(match: re.Match[str]) -> tuple[int | None, int | None]:
    if match["y"]:
        return int(match["y"]), None
    if match["ycn"]:
        return int(match["ycn"].translate(_CN_YEAR)), None
    if match["yy"]:
        short = int(match["yy"])
        return (2000 if short < 50 else 1900) + short, None
    return None, int(YEAR_WORDS[match["rel"]]["offset"])


def _without_year(text: str, match: re.Match[str]) -> Atom | None:
    month, day, part = _number(match["m2"]), _number(match["d2"]), match["part2"]
    start, end = match.span()
    point = CalendarPoint(None, month, day, None, _part(part))
    if text.endswith(_NEXT_YEARS, 0, start):
        point = CalendarPoint(None, month, day, 1, _part(part))
    bare = day is None and part is None
    if month is None or (bare and (not 1 <= month <= 12 or _counts_months(text, start, end))):
        return None
    is_open = match.group()[-1] not in "月份日号底初末旬"
    return Atom(start, end, point, open=is_open, silent=text.endswith(_OTHER_YEARS, 0, start))


def _counts_months(text: str, start: int, end: int) -> bool:
    """满12月, 6月以内: a length of time, not a month of the calendar."""
    return text.endswith(_CUES, max(0, start - 4), start) or _WITHIN.match(text, end) is not None


def _numeric(text: str, match: re.Match[str]) -> Atom | None:
    """2025-04-22, 2025/4, 2025.7.1; 2025.7 only in a context of dates, for it may be a plain number."""
    year, month, day = int(match["ny"]), int(match["nm"]), match["nd"]
    if year < _FIRST_YEAR or month == 0 or (day is not None and int(day) == 0):
        return None
    if day is None:
        if not 1 <= month <= 12 or _UNIT_AFTER.match(text, match.end()):
            return None
        if match["sep"] == "." and not _among_months(text, match):
            return None
    return Atom(*match.span(), CalendarPoint(year, month, None if day is None else int(day)))


def _among_months(text: str, match: re.Match[str]) -> bool:
    if match["nm"].startswith("0") or YEAR_MONTH_CONTEXT.match(text, match.end()):
        return True
    return _MONTH_BEFORE.search(text, max(0, match.start() - 10), match.start()) is not None


_MONTH_BEFORE = re.compile(r"(?:19|20)[0-9]{2}\.[01]?[0-9] ?[-—~至到]{1,2} ?\Z")


def _bare_year(text: str, match: re.Match[str]) -> Atom | None:
    """2025灵活就业…: a year without 年. Round numbers are more likely amounts."""
    year = int(match["bare"])
    return None if year % 100 == 0 else Atom(*match.span(), CalendarPoint(year))


def _bare_range(match: re.Match[str]) -> Atom | None:
    first, last = int(match["span"]), int(match["span_end"])
    if not 0 < last - first <= _LONGEST_BARE_RANGE:
        return None
    return Atom(match.start(), match.end() + 1 + len(match["span_end"]), CalendarPoint(first), CalendarPoint(last))


def _number(written: str | None) -> int | None:
    if not written:
        return None
    if written == "元":
        return 1
    numeral = parse_numeral(written)
    return None if numeral is None else int(numeral.value)


def _part(written: str | None) -> str | None:
    if not written:
        return None
    if written.endswith("半年"):
        return _HALVES[written[0]]
    if written.endswith("季度"):
        return _QUARTERS.get(written[-3]) or f"q{written[-3]}"
    return _PARTS[written.removeprefix("年")]


def _closed(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms without those that wait for a 年 or 月 that no neighbour brings."""
    kept: list[Atom] = []
    for atom, following in zip_longest(atoms, atoms[1:]):
        if (
            not atom.open
            or (following is not None and following.start - atom.end <= 4)
            or DAY_OF_RANGE.match(text, atom.end)
        ):
            kept.append(atom)
    return kept


def _with_years_of_lists(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """2025年3月和9月: the later items of a list lie in the year of the first."""
    listed: list[Atom] = []
    for atom in atoms:
        point, before = atom.point, listed[-1] if listed else None
        dateless = point.year is None and point.year_offset is None and point.month is not None
        if before is not None and dateless and _LIST_GAP.fullmatch(text, before.end, atom.start):
            point = replace(point, year=before.point.year, year_offset=before.point.year_offset)
            atom = atom._replace(point=point)
        listed.append(atom)
    return listed


def _with_end(text: str, atoms: Sequence[Atom], index: int) -> tuple[Atom, int]:
    """The atom with the end of its range, if one is written, and how many atoms that uses up."""
    atom = atoms[index]
    if atom.until is not None:
        return atom, 1
    if atom.point.day is not None and (match := DAY_OF_RANGE.match(text, atom.end)):
        until = CalendarPoint(atom.point.year, atom.point.month, _number(match["d"]), atom.point.year_offset)
        return atom._replace(end=match.end(), until=until), 1
    if index + 1 == len(atoms):
        return atom, 1
    following = atoms[index + 1]
    near = following.start - atom.end <= _LONGEST_GAP
    gap = RANGE_GAP.fullmatch(text, atom.end, following.start) if near else None
    between = near and _AND.fullmatch(text, atom.end, following.start) and _BETWEEN.match(text, following.end)
    if not (gap or between) or following.until is not None or following.open:
        return atom, 1
    until = _end_point(atom.point, following.point, gap is not None and gap["next"] is not None)
    return atom._replace(end=following.end, until=until), 2


def _end_point(start: CalendarPoint, end: CalendarPoint, next_year: bool) -> CalendarPoint:
    """The end of a range with the year it leaves out: 2024年9月至12月, 9月至次年2月, 2024年11月至2月."""
    if end.year is not None or end.month is None or (end.year_offset is not None and not next_year):
        return end
    later = next_year or (start.month is not None and end.month < start.month)
    year = None if start.year is None else start.year + later
    offset = start.year_offset
    if year is None and (later or offset is not None):
        offset = (offset or 0) + later
    return CalendarPoint(year, end.month, end.day, None if year is not None else offset, end.part)

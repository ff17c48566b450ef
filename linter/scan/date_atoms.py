"""One written date: 2025-04-22, 25年底, 去年上半年, 3月, 二〇二五年."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.scan.date_patterns import YEAR_MONTH_CONTEXT, YEAR_WORDS
from linter.scan.numerals import parse_numeral
from linter.scan.tokens import CalendarPoint
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


class Atom(NamedTuple):
    """One written date. An ``open`` one left its 年 or 月 to the next (2003 in 2003-2007年)."""

    start: int
    end: int
    point: CalendarPoint
    until: CalendarPoint | None = None
    open: bool = False
    silent: bool = False


def read_atom(text: str, match: re.Match[str]) -> Atom | None:
    """The date of one match of ``DATE``; ``None`` where it is none after all (2025.7 元, 6月以内)."""
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
    point = CalendarPoint(year, small_number(month), small_number(day), offset, _part(part))
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
    month, day, part = small_number(match["m2"]), small_number(match["d2"]), match["part2"]
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


def small_number(written: str | None) -> int | None:
    """The number of a month or a day, in figures or characters; 元 of 元月 is the first."""
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

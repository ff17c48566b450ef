"""Which days a written date means."""

from __future__ import annotations

import calendar
from datetime import date

from linter.scan.tokens import CalendarPoint, DateToken
from reference.period import Period

# The months that parts of a year stand for; 年底 is December, 年初 January.
_MONTHS_OF_PART = {
    "start": (1, 1),
    "middle": (6, 7),
    "end": (12, 12),
    "h1": (1, 6),
    "h2": (7, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
_LEAP_YEAR = 2000


def resolve(token: DateToken, anchor: date | None) -> Period | None:
    """The days from the first of the start to the last of the end, read on ``anchor``.

    The relation (前, 起) does not change them. ``None`` for impossible dates, for ranges that end before they
    begin, and for dates without a year when there is no anchor.
    """
    if token.impossible:
        return None
    start = point_period(token.start, anchor)
    if token.end is None or start is None:
        return start
    end = point_period(token.end, anchor)
    if end is None or start.start is None or end.end is None or end.end < start.start:
        return None
    return Period(start.start, end.end)


def point_period(point: CalendarPoint, anchor: date | None) -> Period | None:
    """The days of one written date; without a year it lies in the anchor's year."""
    year = year_of(point, anchor)
    if year is None or not is_possible(point, year):
        return None
    if point.month is None:
        first, last = _MONTHS_OF_PART.get(point.part or "", (1, 12))
        return Period(date(year, first, 1), Period.month(year, last).end)
    if point.day is None:
        return _month(year, point.month, point.part)
    return Period.day(date(year, point.month, point.day))


def year_of(point: CalendarPoint, anchor: date | None) -> int | None:
    """The year meant: the written one, or one counted from the anchor."""
    if point.year is not None:
        return point.year
    return None if anchor is None else anchor.year + (point.year_offset or 0)


def is_possible(point: CalendarPoint, year: int | None = None) -> bool:
    """False for dates no calendar has: month 13, 31 June, 29 February of a common year."""
    if point.month is None:
        return True
    if not 1 <= point.month <= 12:
        return False
    year = point.year if year is None else year
    return point.day is None or 1 <= point.day <= calendar.monthrange(year or _LEAP_YEAR, point.month)[1]


def _month(year: int, month: int, part: str | None) -> Period:
    """A month or its third: 初 and 上旬 are the first ten days, 底 and 下旬 those from the 21st."""
    whole = Period.month(year, month)
    if part == "start":
        return Period(whole.start, date(year, month, 10))
    if part == "middle":
        return Period(date(year, month, 11), date(year, month, 20))
    if part == "end":
        return Period(date(year, month, 21), whole.end)
    return whole

"""The days on which a time that is counted from another day may end."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from linter.claims.model import DueDayClaim
from linter.scan.calendar_points import point_period
from linter.scan.tokens import CalendarPoint, DateToken, Quantity, Unit
from reference.period import Period

# Whether the first day counts, and whether the last one is over, is read both ways.
_SLACK = timedelta(days=1)
_WEEK, _WEEKEND = 5, 2
# Days off that are made up for on weekends, and the longest holidays.
_MADE_UP, _HOLIDAYS = 3, 10
_ANY_YEAR = 2025
_YEAR = 12
_SLIP, _FAR = timedelta(days=45), timedelta(days=400)


def ends(claim: DueDayClaim) -> Iterator[tuple[DateToken, Period, Period]]:
    """For each day the time may be counted from: that day, the days it may end on, and the day the text gives."""
    for start in claim.starts:
        period = _resolved(claim, start.start, claim.due.start.year)
        if period is None or period.start is None or period.end is None:
            continue
        due = _due(claim, period.start)
        if due is not None:
            yield start, _end(claim.time, period.start, period.end), due


def is_slip(right: Period, due: Period) -> bool:
    """True where the day is a near miss: of the neighbouring months, or the right day of another month or year."""
    if right.start is None or due.end is None:
        return False
    apart = abs(due.end - right.start)
    return apart <= _SLIP or (apart <= _FAR and abs(due.end.day - right.start.day) <= _SLACK.days + 1)


def _resolved(claim: DueDayClaim, point: CalendarPoint, year: int | None) -> Period | None:
    anchor = claim.scope.published or date(year or _ANY_YEAR, 1, 1)
    return point_period(_whole(point), anchor)


def _due(claim: DueDayClaim, start: date) -> Period | None:
    """The day told; without a year the first one after the start. ``None`` where it lies before."""
    point = _whole(claim.due.start)
    period = point_period(point, date(start.year, 1, 1))
    if period is not None and point.year is None and period.end is not None and period.end < start:
        period = point_period(point, date(start.year + 1, 1, 1))
    return period if period is not None and period.end is not None and period.end >= start else None


def _whole(point: CalendarPoint) -> CalendarPoint:
    """The point without 底 or 初: 6月底前 is any day of June."""
    return CalendarPoint(point.year, point.month, point.day, point.year_offset)


def _end(time: Quantity, first: date, last: date) -> Period:
    number = int(time.value)
    if time.unit is Unit.MONTHS:
        return Period(_months_after(first, number) - _SLACK, _months_after(last, number) + _SLACK)
    if time.unit is Unit.WORKDAYS:
        weekends = _WEEKEND * (number // _WEEK)
        least = timedelta(days=max(0, number + weekends - _WEEKEND - _MADE_UP))
        return Period(first + least, last + timedelta(days=number + weekends + _WEEKEND + _HOLIDAYS))
    return Period(first + timedelta(days=number) - _SLACK, last + timedelta(days=number) + _SLACK)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

"""Periods as they are spoken of: beside a date, in the head of a column, over several years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken
from reference.period import Period

_YEAR_HEADER = re.compile(
    "(?P<year>20[0-9]{2})(?:年度?)?(?P<on>及以后|以后|起)?(?:的?(?:执行|缴费)?(?:标准|金额|数额))?"
)


def year_of_header(header: str) -> Period | None:
    """The year that is all a header says: 2032, 2032年度, 2039及以后, 2024年标准."""
    match = _YEAR_HEADER.fullmatch(header.strip())
    if match is None:
        return None
    year = Period.year(int(match["year"]))
    return Period(year.start, None) if match["on"] else year


def hull(periods: Sequence[Period]) -> Period:
    """The time from the first day of any of the periods to the last: a heading of two years speaks of both."""
    starts = [period.start for period in periods]
    ends = [period.end for period in periods]
    start = None if None in starts else min(day for day in starts if day is not None)
    end = None if None in ends else max(day for day in ends if day is not None)
    return Period(start, end)


def spoken_period(token: DateToken, anchor: date | None) -> Period | None:
    """The time a claim beside the date speaks of: 自2019年起 is open to the right, 2019年前 to the left."""
    period = None if token.impossible else resolve(token, anchor)
    if period is None:
        return None
    match token.relation:
        case "since":
            return Period(period.start, None)
        case "until":
            return Period(None, period.end)
        case "after":
            return Period(None if period.end is None else period.end + timedelta(days=1), None)
        case _:
            return period


def one_round(period: Period | None) -> Period | None:
    """2025年7月起 of a figure that is set each year: the year from then on, and not all time to come."""
    if period is None or period.start is None or period.end is not None:
        return period
    start = period.start
    return Period(start, date(start.year + 1, start.month, 1) - timedelta(days=1))

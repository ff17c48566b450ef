"""Which days a date means."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.scan.calendar_points import resolve
from linter.scan.dates import scan_dates
from linter.scan.tokens import CalendarPoint, DateToken
from linter.text import Span
from reference.period import Period

ANCHOR = date(2024, 11, 8)
FORMS = (
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}-{0.month:02}-{0.day:02}",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}.{0.month}.{0.day}",
)
days = st.dates(date(1949, 1, 1), date(2099, 12, 31))


def token(start: CalendarPoint, end: CalendarPoint | None = None) -> DateToken:
    return DateToken(Span(0, 0), start, end)


@given(days, st.sampled_from(FORMS))
def test_a_written_day_is_that_day(day: date, form: str) -> None:
    (found,) = scan_dates(form.format(day))
    assert resolve(found, None) == Period.day(day)


@given(days, days, st.sampled_from(FORMS), st.sampled_from(["至", "到", "—", "~"]))
def test_a_written_range_runs_from_day_to_day(first: date, last: date, form: str, sign: str) -> None:
    first, last = min(first, last), max(first, last)
    (found,) = scan_dates(form.format(first) + sign + form.format(last))
    assert resolve(found, None) == Period(first, last)


@given(st.integers(1949, 2099), st.integers(1, 12), st.integers(29, 39))
def test_a_day_no_calendar_has_is_impossible(year: int, month: int, day: int) -> None:
    (found,) = scan_dates(f"{year}年{month}月{day}日")
    exists = day <= calendar.monthrange(year, month)[1]
    assert found.impossible is not exists
    assert resolve(found, None) == (Period.day(date(year, month, day)) if exists else None)


@pytest.mark.parametrize(
    "point", [CalendarPoint(month=7), CalendarPoint(year_offset=-1), CalendarPoint(month=7, day=1)]
)
def test_without_a_year_and_an_anchor_nothing_can_be_said(point: CalendarPoint) -> None:
    assert resolve(token(point), None) is None


def test_the_year_is_that_of_the_anchor_or_counts_from_it() -> None:
    assert resolve(token(CalendarPoint(month=7)), ANCHOR) == Period.month(2024, 7)
    assert resolve(token(CalendarPoint(month=7, year_offset=-1)), ANCHOR) == Period.month(2023, 7)


def test_the_29_of_february_depends_on_the_year_of_the_anchor() -> None:
    point = CalendarPoint(month=2, day=29)
    assert resolve(token(point), ANCHOR) == Period.day(date(2024, 2, 29))
    assert resolve(token(point), date(2025, 3, 1)) is None


def test_a_range_that_ends_before_it_begins_means_nothing() -> None:
    assert resolve(token(CalendarPoint(2025, 7), CalendarPoint(2024, 6)), ANCHOR) is None


def test_a_relation_does_not_change_the_days() -> None:
    since, until = scan_dates("2025年1月1日起,2025年1月1日前")
    assert (since.relation, until.relation) == ("since", "until")
    assert resolve(since, None) == resolve(until, None) == Period.day(date(2025, 1, 1))

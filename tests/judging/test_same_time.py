"""Which figures are of the same time, as far as the text lets one see: the answer is the same both ways round."""

from __future__ import annotations

from datetime import date

import pytest

from linter.claims.model import Scope
from linter.judging.value_conflicts import same_time
from reference.period import Period

YEAR, NEXT_YEAR = Period.year(2024), Period.year(2025)
ROUND = Period(date(2023, 7, 1), date(2024, 6, 30))
TWO_YEARS = Period(date(2023, 7, 1), date(2025, 6, 30))


def stated(period: Period) -> Scope:
    return Scope(0, None, "title", None, period, "stated")


def published(day: str, *markers: str) -> Scope:
    written = date.fromisoformat(day)
    return Scope(0, None, "title", written, Period.day(written), "published", frozenset(markers))


UNDATED = Scope(0, None, "title", None, None, "unknown")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (stated(YEAR), stated(YEAR), True),
        (stated(YEAR), stated(NEXT_YEAR), False),
        (stated(YEAR), stated(ROUND), False),
        (stated(Period.year(2023)), stated(ROUND), True),
        (stated(YEAR), stated(TWO_YEARS), True),
        (stated(Period(date(2024, 1, 1), None)), stated(YEAR), True),
        (stated(Period(date(2024, 1, 1), None)), stated(NEXT_YEAR), False),
        (stated(YEAR), published("2024-12-31"), True),
        (stated(YEAR), published("2025-01-01"), False),
        (stated(YEAR), published("2024-05-01", "current"), False),
        (stated(YEAR), UNDATED, False),
        (published("2024-01-01"), published("2024-04-02"), True),
        (published("2024-01-01"), published("2024-04-03"), False),
        (published("2024-01-01"), UNDATED, False),
        (UNDATED, UNDATED, True),
    ],
)
def test_same_time(one: Scope, other: Scope, same: bool) -> None:
    assert same_time(one, other) is same
    assert same_time(other, one) is same

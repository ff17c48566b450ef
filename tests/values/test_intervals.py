"""Intervals and periods at their very ends, and proofs whose comparison lies on the limit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from linter.finding import Step
from linter.proof import calculate, verify
from reference.interval import Interval
from reference.period import Period


def span(low: int | None, high: int | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Interval(*ends, low_open, high_open)


@pytest.mark.parametrize(
    ("outer", "inner", "covered"),
    [
        (span(1, 5), span(1, 5), True),
        (span(1, 5), span(2, 4), True),
        (span(1, 5), span(0, 4), False),
        (span(1, 5), span(2, 6), False),
        (span(1, 5, low_open=True), span(1, 4), False),
        (span(1, 5, high_open=True), span(2, 5), False),
        (span(1, 5, high_open=True), span(2, 5, high_open=True), True),
        (span(1, 5, low_open=True), span(1, 5, low_open=True), True),
        (span(None, 5), span(0, 5), True),
        (span(1, None), span(1, 9), True),
        (span(1, 5), span(None, 5), False),
        (span(1, 5), span(1, None), False),
    ],
)
def test_an_interval_covers_another(outer: Interval, inner: Interval, covered: bool) -> None:
    assert outer.covers(inner) is covered


def test_sums_and_differences_reach_from_end_to_end() -> None:
    assert span(1, 2) + span(10, 20) == span(11, 22)
    assert span(10, 20) - span(1, 3) == span(7, 19)
    assert span(1, None) + span(1, 2) == span(2, None)
    assert span(1, None) - span(1, 2) == span(-1, None)
    assert span(1, 5) - span(None, 2) == span(-1, None)


def test_a_period_covers_another_to_the_day() -> None:
    year, first = Period.year(2020), date(2020, 1, 1)
    assert year.covers(Period(first, date(2020, 12, 31)))
    assert not year.covers(Period(first, date(2021, 1, 1)))
    assert not year.covers(Period(first, None))
    assert not year.covers(Period(None, date(2020, 12, 31)))
    assert Period(first, None).covers(year)
    assert Period(None, None).covers(Period(None, None))


def test_the_verifier_decides_on_the_limit_and_tells_what_is_wrong() -> None:
    assert verify([Step("differ", ("10", "8", "2"), "false")]) is None
    assert verify([Step("exceed", ("5", "5"), "false")]) is None
    assert verify([Step("add", ("1", "2"), "4")]) == "add(1, 2) is not 4"
    assert calculate("multiply", Decimal("1E+3"), Decimal(1)).inputs == ("1000", "1")


def test_an_end_left_open_stays_open() -> None:
    """Widening, the hull, and the question which lies left of which."""
    one = Decimal(1)
    assert span(None, 5).widened(one) == span(None, 6)
    assert span(5, None).widened(one) == span(4, None)
    assert span(1, 5, low_open=True, high_open=True).widened(one) == span(0, 6, low_open=True, high_open=True)
    assert Interval.hull([span(1, None), span(0, 2)]) == span(0, None)
    assert Interval.hull([span(None, 1), span(0, 2)]) == span(None, 2)
    assert span(None, 5).overlaps(span(None, 1))
    assert span(5, None).overlaps(span(9, None))
    assert not span(None, 5).overlaps(span(6, None))


def test_division_by_what_may_be_nought_is_unbounded() -> None:
    assert span(4, 8) / span(2, 4) == span(1, 4)
    assert span(4, 8) / span(-1, 1) == span(None, None)
    assert span(4, 8) / span(1, 2) == span(2, 8)
    assert span(4, None) / span(1, 2) == span(None, None)


def test_a_period_holds_its_first_and_its_last_day() -> None:
    june = Period(date(2025, 6, 1), date(2025, 6, 30))
    assert june.contains(date(2025, 6, 1))
    assert june.contains(date(2025, 6, 30))
    assert not june.contains(date(2025, 5, 31))
    assert not june.contains(date(2025, 7, 1))

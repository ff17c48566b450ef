"""Numbers as they enter a calculation, and as they are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.claims.calculations.consistency import operand, show, show_interval
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval


def token(value: str, unit: Unit = Unit.NONE) -> Quantity:
    return Quantity(Span(0, len(value)), unit, (Decimal(value),), Interval.point(Decimal(value)))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        (token("1.138"), "1.1375", "1.1385"),
        (token("1.13"), "1.13", "1.13"),
        (token("1.138", Unit.YUAN), "1.138", "1.138"),
        (token("1.1380", Unit.TIMES), "1.13795", "1.13805"),
        (token("12.345", Unit.PERCENT), "0.12345", "0.12345"),
    ],
)
def test_only_long_decimals_without_a_unit_were_rounded(written: Quantity, low: str, high: str) -> None:
    assert operand(written) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1E+3", "1000"),
        ("1200", "1200"),
        ("4140.00", "4140"),
        ("0.12345", "0.1234"),
        ("0.1234", "0.1234"),
        ("5.26315789", "5.2632"),
    ],
)
def test_numbers_are_shown_without_exponents_and_with_four_decimals_at_most(number: str, shown: str) -> None:
    assert show(Decimal(number)) == shown


def test_intervals_are_shown_by_their_ends() -> None:
    assert show_interval(Interval(Decimal(2), Decimal("2.50"))) == "2–2.5"
    assert show_interval(Interval(Decimal(2), Decimal(2))) == "2"
    assert show_interval(Interval(None, Decimal(2))) == show_interval(Interval(Decimal(2), None)) == "?"

"""Calculations that a text leaves to its reader, and the slips by which their results are told wrongly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.model.calculation import Calculation


@pytest.mark.parametrize(
    ("calculation", "value"),
    [
        (Calculation("subtract", (Decimal(10), Decimal(3), Decimal(2))), 5),
        (Calculation("divide", (Calculation("multiply", (Decimal(9600), Decimal(158))), Decimal(30))), 50560),
    ],
)
def test_a_calculation_goes_from_left_to_right(calculation: Calculation, value: int) -> None:
    assert calculation.value == value


@pytest.mark.parametrize(
    ("written", "right", "swapped", "one_off"),
    [
        ("1884.71", "1844.71", False, True),
        ("6530", "6350", True, False),
        ("1200", "1300", False, False),
        ("13500", "14500", False, True),
        ("950", "1950", False, False),
    ],
)
def test_slips_are_told_apart(written: str, right: str, swapped: bool, one_off: bool) -> None:
    assert transposed(Decimal(written), Decimal(right)) == swapped
    assert one_digit_off(Decimal(written), Decimal(right)) == one_off

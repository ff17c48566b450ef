"""Calculations written right are silent, calculations written wrong are found, whatever the numbers."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from linter.api import lint_text

AS_OF = date(2026, 11, 21)
BASES = st.integers(min_value=1000, max_value=60000)
RATES = st.decimals(min_value="0.1", max_value="30", places=1)
CENT = Decimal("0.01")


def codes(text: str) -> list[str]:
    return [finding.code for finding in lint_text(text, as_of=AS_OF, path="case.txt", select=["arithmetic"]).findings]


@given(BASES, RATES)
def test_a_rounded_or_truncated_product_is_silent(base: int, rate: Decimal) -> None:
    exact = base * rate / 100
    for rounding in (ROUND_HALF_UP, ROUND_DOWN):
        assert codes(f"云州算例:{base}元×{rate}%={exact.quantize(CENT, rounding)}元。") == []


@given(BASES, RATES, st.integers(min_value=3, max_value=500))
def test_a_product_that_is_off_is_found(base: int, rate: Decimal, off: int) -> None:
    wrong = (base * rate / 100).quantize(CENT, ROUND_HALF_UP) + off
    assert codes(f"云州算例:{base}元×{rate}%={wrong}元。") == ["AR101"]


@given(st.lists(st.integers(min_value=10, max_value=5000), min_size=2, max_size=6))
def test_a_sum_is_silent_when_right_and_found_when_a_part_is_dropped(parts: list[int]) -> None:
    written = "+".join(f"{part}元" for part in parts)
    assert codes(f"云州算例:{written}={sum(parts)}元。") == []
    assert codes(f"云州算例:{written}={sum(parts[:-1])}元。") == ["AR101"]


@given(BASES)
def test_amounts_beside_their_rates_are_silent_when_right(base: int) -> None:
    pension, medical = (base * rate / Decimal(100) for rate in (Decimal(8), Decimal(2)))
    text = f"社保基数{base}元,养老保险个人8%({pension}元),医疗保险个人2%({medical}元)。"
    assert codes(text) == []
    wrong = f"社保基数{base}元,养老保险个人8%({pension + 17}元),医疗保险个人2%({medical}元)。"
    assert codes(wrong) == ["AR102"]

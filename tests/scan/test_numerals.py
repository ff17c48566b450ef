"""Numerals as written, there and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.scan.numerals import parse_numeral

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """A whole number below 10^12 in Chinese numerals, the way one writes it: 10 is 十, 1005 is 一千零五."""
    text = ""
    for worth, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, worth)
        if section:
            gap = "零" if text and section < 1000 else ""
            text += gap + section_in_chinese(section) + unit
    return text.removeprefix("一") if text.startswith("一十") else text or "零"


def section_in_chinese(number: int) -> str:
    text, skipped = "", False
    for worth, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, worth)
        if digit:
            text += ("零" if skipped and text else "") + DIGITS[digit] + unit
            skipped = False
        else:
            skipped = True
    return text


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_are_worth_what_they_say(number: int) -> None:
    parsed = parse_numeral(in_chinese(number))
    assert parsed is not None
    assert parsed.value == number


@given(st.integers(0, 10**6 - 1), st.integers(1, 10**4 - 1))
def test_chinese_decimals(whole: int, fraction: int) -> None:
    digits = str(fraction)
    parsed = parse_numeral(in_chinese(whole) + "点" + "".join(DIGITS[int(digit)] for digit in digits))
    assert parsed is not None
    assert parsed.value == Decimal(f"{whole}.{digits}")
    assert parsed.step == Decimal(1).scaleb(-len(digits))


@given(st.decimals(0, 10**9, places=2))
def test_grouped_digits_are_worth_what_they_say(number: Decimal) -> None:
    parsed = parse_numeral(f"{number:,}")
    assert parsed is not None
    assert (parsed.value, parsed.step) == (number, Decimal("0.01"))


@given(st.integers(1, 9999), st.integers(1, 9))
def test_a_single_digit_after_wan_counts_thousands(front: int, digit: int) -> None:
    expected = front * 10_000 + digit * 1000
    for text in (f"{front}万{digit}", in_chinese(front) + "万" + DIGITS[digit]):
        parsed = parse_numeral(text)
        assert parsed is not None
        assert parsed.value == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("三四百", 300, 400), ("十五六", 15, 16), ("两三", 2, 3), ("三五", 3, 5), ("五六十万", 500_000, 600_000)],
)
def test_neighbouring_digits_give_a_range(text: str, low: int, high: int) -> None:
    parsed = parse_numeral(text)
    assert parsed is not None
    assert (parsed.value, parsed.upper) == (low, high)


@pytest.mark.parametrize(
    ("text", "step"),
    [("1532.65", "0.01"), ("3万", "10000"), ("17.6万", "1000"), ("三万五", "1000"), ("两千六", "100"), ("十五", "1")],
)
def test_the_step_is_the_worth_of_the_last_digit_written(text: str, step: str) -> None:
    parsed = parse_numeral(text)
    assert parsed is not None
    assert parsed.step == Decimal(step)


@pytest.mark.parametrize(
    "text", ["", "点五", "一二三", "二〇二五", "十百", "万", "百千", "abc", "1.2.3", "9" * 100, "一" * 100]
)
def test_what_is_no_numeral_is_worth_nothing(text: str) -> None:
    assert parse_numeral(text) is None

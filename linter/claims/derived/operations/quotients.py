"""How many times as much, and how much of it in each month: 正好是前者的2倍; 四百块摊到十二个月,每月合33块多."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_comparable, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TWELVE = Decimal(12)
_IS_OF = re.compile(r"(?:是|为|相当于|等于|达到?)[^,;。:()0-9]{0,8}(?:的|得)?(?:整整|正好|大?约|近|足足)?$")
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")
_DIVIDED_BY = ("除以", "除", "计发月数", "计发月数为", "计发月数是", "÷")
_PLAIN = frozenset({Unit.NONE, Unit.MONTHS, Unit.COUNT})
_NEAR, _FAR, _NAME = 40, 80, 10


def ratios(told: Told) -> Iterator[Calculation]:
    """The last amount by the one before it, where the words point back to that one."""
    result = told.result
    if result.unit is not Unit.TIMES or result.is_range or len(told.money) < len(("one", "other")):
        return
    former, latter = told.money[-2:]
    far = result.span.start - former.span.end > _FAR
    if far or former.per != latter.per or not former.value or not latter.value:
        return
    if _IS_OF.search(told.led) and words("former").search(told.clause):
        yield Calculation("divide", (latter, former))
    elif _IS_OF.search(told.led) and words("latter").search(told.clause):
        yield Calculation("divide", (former, latter))


def monthly(told: Told) -> Iterator[Calculation]:
    """A year's amount by twelve, where the words say that it is shared out over the months."""
    if (
        not told.money
        or not words("a_month").search(told.clause)
        or not words("shared_out").search(told.led + told.clause)
    ):
        return
    year = told.money[-1]
    near = told.result.span.start - year.span.end <= _NEAR
    months = told.within(Span(year.span.end, told.result.span.start))
    if any(token.unit is Unit.MONTHS and token.value not in (1, _TWELVE) for token in months):
        return  # 头三个月平均每月500元
    twelve = any(token.unit is Unit.MONTHS and token.value == _TWELVE for token in months)
    of_a_year = "年" in told.reading.text[max(0, year.span.start - _NAME) : year.span.start]
    if near and (twelve or of_a_year or period(told.reading, year) == "year"):
        way = Calculation("divide", (year, _TWELVE))
        if is_comparable(told.result.value, way.value, _LOW, _HIGH):
            yield way


def divided(told: Told) -> Iterator[Calculation]:
    """储存额除以139。储存额97300元,每月700元: the last amount by the only number that something is divided by."""
    text = told.reading.text
    divisors = {
        token.value: token
        for token in told.figures
        if token.unit in _PLAIN and token.value > 1 and text.endswith(_DIVIDED_BY, 0, token.span.start)
    }
    if len(divisors) != 1 or not told.money or not words("a_month").search(told.clause):
        return
    divisor = next(iter(divisors.values()))
    whole = [token for token in told.money if token is not divisor][-1:]
    for one in whole:
        way = Calculation("divide", (one, divisor))
        if is_comparable(told.result.value, way.value, _LOW, _HIGH) and period(told.reading, one) is None:
            yield way


def is_floor(told: Told, way: Calculation) -> bool:
    """True where 43块多 is meant to be from 43 to 44, and that is so."""
    return told.result.bound == "over" and told.result.value <= way.value < told.result.value + told.result.step


def as_told(result: Quantity) -> bool:
    """True for a plain figure, and for 43块多."""
    return not result.is_range and (result.bound is None or (result.bound == "over" and result.approximate))

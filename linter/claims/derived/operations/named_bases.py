"""Shares of a base with the same name as what they were said to be of: 原封顶线的20%。某市原封顶线40万,最多加8万."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.calculations.change_words import any_of
from linter.claims.context.bases import is_base
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.shares import RATES, plausible
from linter.claims.derived.operations.told import Told, is_wage
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit

_NAME = re.compile("[\u4e00-\u9fff]{2,6}$")
_OF_NAME = re.compile("(?P<name>[\u4e00-\u9fff]{2,6})的$")
# 13个月本人工资: what so many months are of.
_MONTHS_OF = re.compile("的?(?P<name>[\u4e00-\u9fff]{0,4}工资)")
_BY = re.compile("(?:按照?|以|取|照)$")
_RECKONED = re.compile("(?:来?计算|算|计|测算|折算)?[,,]")
_REACH, _SHORTEST, _FAR = 12, 2, 40
_MOST_MONTHS = 60
_NEAR_MISS = Decimal("0.01")


def named_bases(told: Told) -> Iterator[Calculation]:
    """The share, or the number of months, told before the amount that it is taken of."""
    if len(told.figures) < len(("share", "base")):
        return
    share, base = told.figures[-2:]
    text = told.reading.text
    if words("besides").search(text, base.span.end, told.result.span.start):
        return  # 另加医疗补助,一共拿了9万元
    if base not in told.money or not words(
        "comes_to", "acts", "up", "more", "less", "may", "a_month", "interest"
    ).search(told.led):
        return
    if share.unit in RATES and (_is_of(told, share, base) or _is_rise_of(told, share)):
        ways = plausible(told, base, share)
        yield from (way for way in ways if not _is_limit(told, share, base) or _is_near(told, way))
    elif share.unit is Unit.POINTS and _BY.search(_before(told.reading, base)):
        yield from plausible(told, base, share.value / HUNDRED)
    elif share.unit is Unit.MONTHS and share.value <= _MOST_MONTHS and _is_months_of(told, share, base):
        yield from plausible(told, base, share.value)


def inverse(told: Told) -> Iterator[Calculation]:
    """8%是488元,那基数就是6100元: the amount by the rate, for the base that they rest on."""
    if len(told.figures) < len(("rate", "amount")) or not is_base(told.reading, told.result):
        return
    rate, amount = told.figures[-2:]
    led = told.led
    if rate.unit is Unit.PERCENT and rate.value and amount in told.money and words("therefore").search(led):
        way = Calculation("divide", (amount, rate))
        if told.result.value < way.value * 2 and way.value < told.result.value * 2:
            yield way


def _is_of(told: Told, share: Quantity, base: Quantity) -> bool:
    """True for a share of the name that stands before the amount, and for one of what the text goes on to reckon by."""
    text, led = told.reading.text, _before(told.reading, base)
    found = _OF_NAME.search(_before(told.reading, share))
    if found is not None and _is_named(told, base, found["name"]):
        return True
    reckoned = _BY.search(led) and _RECKONED.match(text, base.span.end)
    return found is not None and reckoned is not None and share.unit is Unit.TIMES


def _is_limit(told: Told, share: Quantity, base: Quantity) -> bool:
    return is_wage(told.reading, base) and "限" in told.reading.text[share.span.start - _FAR : told.result.span.start]


def _is_near(told: Told, way: Calculation) -> bool:
    """下限为平均工资的60%: many a place still climbs to its limit, so only what is close to it is a slip."""
    return abs(way.value - told.result.value) <= way.value * _NEAR_MISS


def _is_rise_of(told: Told, share: Quantity) -> bool:
    """True for 今年涨了2%。原来3800元,涨的部分是76元, and for the interest of a rate."""
    led = _before(told.reading, share)
    raised = re.search(f"{any_of('raise')}了?$", led) is not None and words("raise").search(told.led) is not None
    return raised or (led.endswith("利率") and "利息" in told.led)


def _is_months_of(told: Told, months: Quantity, base: Quantity) -> bool:
    found = _MONTHS_OF.match(told.reading.text, months.span.end)
    written = "月" in months.span.cut(told.reading.text)
    return written and found is not None and _is_named(told, base, found["name"])


def _is_named(told: Told, base: Quantity, name: str) -> bool:
    """True for the only amount that stands right behind the name, or behind its end."""
    fitting = {token.value for token in told.money if _common_end(_name(told.reading, token), name) >= _SHORTEST}
    return fitting == {base.value} and _common_end(_name(told.reading, base), name) >= _SHORTEST


def _name(reading: Reading, token: Quantity) -> str:
    found = _NAME.search(_before(reading, token).rstrip("为是约:"))
    return "" if found is None else found.group()


def _common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length


def _before(reading: Reading, token: Quantity) -> str:
    return reading.text[max(0, token.span.start - _REACH) : token.span.start]

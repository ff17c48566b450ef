"""Percentages, per mille, tenths (成, 折), percentage points, multiples."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.scan.measures import ONE, Measure, scaled
from linter.scan.numbers import Number
from linter.scan.numerals import parse_numeral
from linter.scan.tokens import Unit

STARTS = "%‰\\成折倍个百"
_SIGN = re.compile(r"\\?%|‰")
_POINTS = re.compile(r"个?百分点|个点")
# 成 is a tenth only where no word begins with it: 成本, 成都, 成员, 成立 ...
_TENTHS = re.compile(
    r"成(?:(?P<half>半)|(?P<ones>[1-9一二三四五六七八九])(?![年月天个岁元万千百十周块0-9]))?(?![本都立为员功年长果人交熟效就分绩语活家形品因型套批倍份见了])"
)
_DISCOUNT = re.compile(r"折(?![旧算合扣腾磨返叠断线现])")
_TIMES = re.compile(r"倍(?!数)")
_TEN = Decimal(10)


def read_rate(text: str, at: int, number: Number) -> Measure | None:
    """The rate whose unit stands at ``at``; ``None`` when no such unit stands there."""
    if match := _SIGN.match(text, at):
        return scaled(number, match.end(), Unit.PERCENT, Decimal("0.1") if match.group() == "‰" else ONE)
    if match := _POINTS.match(text, at):
        return scaled(number, match.end(), Unit.POINTS)
    if match := _TIMES.match(text, at):
        return scaled(number, match.end(), Unit.TIMES)
    if number.numeral.value <= 10 and (match := _TENTHS.match(text, at)):
        return scaled(number, match.end(), Unit.PERCENT, _TEN, _percent_after_tenth(match))
    return None


def _percent_after_tenth(match: re.Match[str]) -> Decimal | None:
    """The 7 of 四成七 and the 5 of 三成半."""
    ones = parse_numeral(match["ones"]) if match["ones"] else None
    return Decimal(5) if match["half"] else None if ones is None else ones.value


def read_discount(text: str, at: int, number: Number) -> Measure | None:
    """八折 and 8折 are 80, 八五折 and 85折 are 85 percent; ``None`` when no 折 stands at ``at``."""
    match = _DISCOUNT.match(text, at)
    if match is None or number.numeral.value >= 100:
        return None
    return scaled(number, match.end(), Unit.PERCENT, _TEN if number.numeral.value < 10 else ONE)

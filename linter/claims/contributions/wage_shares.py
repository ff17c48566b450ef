"""平均工资的60%,即4800元: an amount given as a share of the average wage.

The wage itself may stand in the text (then the product must fit), or a base limit that is by rule a share of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.context.bases import Bases
from linter.claims.context.frame import BRACKET, SEGMENT, SENTENCE
from linter.claims.context.reading import Reading
from linter.claims.model import Claim, ProductClaim, WageShareClaim
from linter.scan.tokens import Quantity, Unit

_WAGE = re.compile(r"(?:平均工资|社平工资|社平|月均工资)(?:的|之|标准)*$")
_THAT_IS = re.compile(r"[\s,(:]*(?:即|为|也就是|约|是|折合|计|取|确定为|每月|=|:|,|\()*\s*")

_MULTIPLE = re.compile(
    r"的?(?:上年度?)?(?:全市|全省|本市|上海|城镇)?(?:职工)?月?(?:社保基数|社保缴费基数|缴费基数|社平工资|社平|平均工资)(?:标准)?(?:为|是|约|即|:|=)\s*"
)
_IS_A_SHARE = re.compile(r"(?:相当于|等于|约为|约是|只有|为|是)[^,;。0-9]*$")


def extract(reading: Reading) -> Iterator[Claim]:
    """Shares of the average wage with their amount: against the wage the section gives, or else against its limits."""
    bases = Bases(reading)
    for share, amount, named in _pairs(reading, bases):
        sentence = reading.sentence_at(share.span)
        if sentence is None:
            continue
        span = share.span.joined(amount.span)
        scope = reading.scope(span, sentence)
        average = _average(reading, sentence.section)
        limit, anchor = _anchor(reading, sentence.section, amount)
        if average is not None and average is not amount:
            yield ProductClaim(span, sentence.span, scope, average, share, amount)
        elif anchor is not None and named:
            yield WageShareClaim(span, sentence.span, scope, share, amount, limit, anchor)


def _pairs(reading: Reading, bases: Bases) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """A share and its amount, and whether the average wage is named right before the share."""
    for first, second in pairwise(reading.tokens.quantities):
        if _is_multiple(reading, first, second):
            yield first, second, False
            continue
        if first.is_range or second.is_range or {first.unit, second.unit} != {Unit.PERCENT, Unit.YUAN}:
            continue
        share, amount = (first, second) if first.unit is Unit.PERCENT else (second, first)
        named = bool(_WAGE.search(reading.text[max(0, share.span.start - 12) : share.span.start]))
        between = reading.text[first.span.end : second.span.start]
        if share is first and _THAT_IS.fullmatch(between) and (named or _is_limit(reading, share)):
            yield share, amount, named
        elif share is second and named and _IS_A_SHARE.search(between) and bases.within(amount.span):
            yield share, amount, False


def _is_multiple(reading: Reading, times: Quantity, amount: Quantity) -> bool:
    """True for 1.5倍社保基数为12000元: what settling in a town asks for is counted in average wages."""
    if times.unit is not Unit.TIMES or amount.unit is not Unit.YUAN or times.is_range or amount.is_range:
        return False
    return _MULTIPLE.fullmatch(reading.text[times.span.end : amount.span.start]) is not None


def _is_limit(reading: Reading, share: Quantity) -> bool:
    """保底线按60%取…: the share belongs to the floor or the cap of the base."""
    limit = reading.frame(share.span).get("limit")
    return limit is not None and limit.level <= SEGMENT


def _average(reading: Reading, section: int) -> Quantity | None:
    """The section's only average wage that is not itself given as a share of one."""
    found = [
        token
        for token in reading.quantities_in(reading.document.sections[section].span)
        if token.unit is Unit.YUAN and not token.is_range and _is_average(reading, token)
    ]
    return found[0] if len({token.value for token in found}) == 1 else None


def _is_average(reading: Reading, token: Quantity) -> bool:
    measure = reading.frame(token.span).get("measure")
    before = reading.text[max(0, token.span.start - 12) : token.span.start]
    return measure is not None and measure.level == SEGMENT and measure.value == "average_wage" and "%" not in before


def _anchor(reading: Reading, section: int, amount: Quantity) -> tuple[str, Quantity | None]:
    """The section's only cap of the base, or else its only floor; the claim's own amount cannot be its own measure."""
    limits: dict[str, list[Quantity]] = {"cap": [], "floor": []}
    for token in reading.quantities_in(reading.document.sections[section].span):
        if token.unit is not Unit.YUAN or token is amount or token.is_range:
            continue
        frame = reading.frame(token.span)
        limit, measure = frame.get("limit"), frame.get("measure")
        named = limit is not None and limit.level <= BRACKET and measure is not None and measure.level <= SENTENCE
        if named and limit is not None and measure is not None and measure.value == "base":
            limits[limit.value].append(token)
    for name, found in limits.items():
        if len({token.value for token in found}) == 1:
            return name, found[0]
    return "", None

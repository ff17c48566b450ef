"""平均工资的60%,即8029元: an amount given as a share of the average wage, and a base limit that fixes the wage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.frame import BRACKET, SENTENCE
from linter.claims.model import WageShareClaim
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit

_WAGE = re.compile(r"(?:平均工资|社平工资|社平|月均工资)(?:的|之|标准)*$")
_THAT_IS = re.compile(r"[\s,(:]*(?:即|为|也就是|约|是|折合|计|确定为|每月|=|:|,|\()*\s*")


def extract(reading: Reading) -> Iterator[WageShareClaim]:
    """Shares of the average wage with their amount, against the cap (or else the floor) the same section gives."""
    for share, amount in _pairs(reading):
        sentence = reading.sentence_at(share.span)
        if sentence is None:
            continue
        limit, anchor = _anchor(reading, sentence.section, amount)
        if anchor is not None:
            span = share.span.joined(amount.span)
            scope = reading.scope(span, sentence)
            yield WageShareClaim(span, sentence.span, scope, share, amount, limit, anchor)


def _pairs(reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    for share, amount in pairwise(reading.tokens.quantities):
        if share.unit is not Unit.PERCENT or share.is_range or amount.unit is not Unit.YUAN or amount.is_range:
            continue
        before = reading.text[max(0, share.span.start - 12) : share.span.start]
        between = reading.text[share.span.end : amount.span.start]
        if _WAGE.search(before) and _THAT_IS.fullmatch(between):
            yield share, amount


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

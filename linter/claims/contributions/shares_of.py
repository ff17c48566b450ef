"""A share of a sum with its result: 8433元的60%是5060元, 5060元(即平均工资8433元的60%)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.layout import with_closing_bracket
from linter.claims.context.reading import Reading
from linter.claims.model import ProductClaim
from linter.scan.tokens import Quantity, Unit

_OF = re.compile(r"\s*的\s*")
_IS = re.compile(r"[\s,(]*(?:也就是|就是|即|约|为|是|等于|折合|=|≈|每月)+\s*")
_NAMED = re.compile(r"[\s,(]*(?:也就是|就是|即|相当于|等于|为|是|=)[\u4e00-\u9fff]{0,12}")


def extract(reading: Reading) -> Iterator[ProductClaim]:
    """Sum, share and result, in either order."""
    figures = reading.tokens.quantities
    for index in range(len(figures) - 2):
        triple = figures[index : index + 3]
        found = _forward(reading, *triple) or _backward(reading, *triple)
        sentence = reading.sentence_at(triple[0].span)
        if found is None or sentence is None or not sentence.span.contains(triple[2].span):
            continue
        whole, share, result = found
        span = with_closing_bracket(reading.text, triple[0].span.joined(triple[2].span))
        yield ProductClaim(span, sentence.span, reading.scope(span, sentence), whole, share, result)


def _forward(
    reading: Reading, whole: Quantity, share: Quantity, result: Quantity
) -> tuple[Quantity, Quantity, Quantity] | None:
    """8433元的60%是5060元"""
    fits = _is_share_of(reading, whole, share) and _is_money(result)
    return (whole, share, result) if fits and _IS.fullmatch(_gap(reading, share, result)) else None


def _backward(
    reading: Reading, result: Quantity, whole: Quantity, share: Quantity
) -> tuple[Quantity, Quantity, Quantity] | None:
    """5060元(即平均工资8433元的60%)"""
    fits = _is_share_of(reading, whole, share) and _is_money(result)
    return (whole, share, result) if fits and _NAMED.fullmatch(_gap(reading, result, whole)) else None


def _is_share_of(reading: Reading, whole: Quantity, share: Quantity) -> bool:
    return (
        _is_money(whole)
        and share.unit is Unit.PERCENT
        and not share.is_range
        and bool(_OF.fullmatch(_gap(reading, whole, share)))
    )


def _is_money(token: Quantity) -> bool:
    return token.unit in (Unit.YUAN, Unit.NONE) and not token.is_range and token.value >= 1


def _gap(reading: Reading, first: Quantity, second: Quantity) -> str:
    return reading.text[first.span.end : second.span.start]

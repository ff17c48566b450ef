"""A rate, the base it is taken of, and the amount, in this order: 缴24%,最低基数5975元/月,每月扣1434元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.contributions.products import is_of_rates_together, is_rate, product_claim
from linter.claims.model import ProductClaim
from linter.scan.tokens import Quantity, Unit

_TO_BASE = re.compile(
    r"\s*(?:的比例|比例)?(?:缴费|缴纳|缴|交)?[,、;(]\s*(?:例如|比如|如|假设|若)?(?:按|以|按照)?(?:月|社保|缴费|养老|医保)*(?:最低|最高|下限|上限|保底|封顶)?"
    r"(?:月|社保|缴费|养老|医保)*基数(?:下限|上限)?(?:为|是|按|:|约)?\s*"
)
_TO_AMOUNT = re.compile(
    r"\s*(?:/月)?(?:计算|计|算|缴费|缴纳|时)?\)?[,;]?\s*(?:则|那么|就是|即)?(?:每个?月|月)?(?:需要|需|应|要)?"
    r"(?:缴费|缴纳|缴|交|扣除|扣|付)(?:费|纳|金额|额)?(?:为|是|:|约)?\s*"
)


def extract(reading: Reading) -> Iterator[ProductClaim]:
    """Every amount that follows a rate and the base between them."""
    explained = figures_explained(reading)
    for sentence in reading.sentences:
        figures = reading.quantities_in(sentence.span)
        for (rate, base), (_, amount) in pairwise(pairwise(figures)):
            if amount.span.start not in explained and _in_order(reading, rate, base, amount):
                rates = [token for token in figures if is_rate(reading, token)]
                claim = product_claim(reading, sentence, base, rate, amount, rates)
                if not is_of_rates_together(reading, claim):
                    yield claim


def _in_order(reading: Reading, rate: Quantity, base: Quantity, amount: Quantity) -> bool:
    exact = all(token.bound is None for token in (rate, base, amount)) and not base.is_range
    exact = exact and rate.is_range == amount.is_range
    money = base.unit is Unit.YUAN and amount.unit is Unit.YUAN
    if not exact or not money or not is_rate(reading, rate):
        return False
    led = _TO_BASE.fullmatch(reading.text, rate.span.end, base.span.start)
    return led is not None and _TO_AMOUNT.fullmatch(reading.text, base.span.end, amount.span.start) is not None

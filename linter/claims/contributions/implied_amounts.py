"""A contribution on a named base whose rate the text leaves to the reader: 基数5000元,养老保险个人每月缴500元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.bases import Bases
from linter.claims.context.frame import SEGMENT, SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.contributions.products import is_rate
from linter.claims.model import ImpliedAmountClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# Only these have one rate for everybody of a place, or of the country.
_SCHEMES = frozenset({"pension", "medical", "unemployment"})
_PAYERS = frozenset({"employer", "employee"})
_A_YEAR = 12
# The amount is what is paid, in full: no part of it, no difference, no balance.
_OTHER_MONEY = re.compile(
    "多|少|差|涨|增加|减少|补贴|补助|返|领|待遇|余额|累计|滞纳|划入|计入|进入|账户|起付|封顶|定额|大额|大病|至|左右|补缴|欠|退|上限|下限|最低|最高"
)


def extract(reading: Reading) -> Iterator[ImpliedAmountClaim]:
    """Amounts of one scheme and one payer on the only base of their block, where no rate is given for the scheme."""
    explained, bases_of = figures_explained(reading), Bases(reading)
    for sentence in reading.sentences:
        block = reading.document.sections[sentence.section].blocks[sentence.block].span
        bases = bases_of.within(Span(block.start, sentence.span.end))
        if len({base.value for base in bases}) != 1:
            continue
        for amount in reading.quantities_in(sentence.span):
            if amount.span.start > bases[0].span.end and amount.span.start not in explained:
                yield from _claim(reading, sentence, block, bases[0], amount)


def _claim(
    reading: Reading, sentence: Sentence, block: Span, base: Quantity, amount: Quantity
) -> Iterator[ImpliedAmountClaim]:
    if amount.unit is not Unit.YUAN or amount.is_range or amount.approximate or amount.bound is not None:
        return
    frame = reading.frame(amount.span)
    scheme, payer, aspect = (frame.get(name) for name in ("scheme", "payer", "aspect"))
    if scheme is None or scheme.level != SEGMENT or scheme.value not in _SCHEMES:
        return
    population = frame.get("population")
    flexible = population is not None and population.value == "flexible"
    if payer is None or payer.level > SENTENCE or payer.value not in _PAYERS:
        return
    if aspect is not None and aspect.level == SEGMENT and aspect.value != "contribution":
        return
    segment = sentence.segments[sentence.segment_at(amount.span.start)].span
    if _OTHER_MONEY.search(segment.cut(reading.text)) or _rates(reading, block, scheme.value):
        return
    facets = {"payer": payer.value} | ({"population": "flexible"} if flexible else {})
    per = frame.get("per")
    yearly = amount.per == "year" or (amount.per is None and per is not None and per.value == "year")
    span = base.span.joined(amount.span)
    scope = reading.scope(amount.span, sentence)
    months = _A_YEAR if yearly else 1
    others = tuple(_others(reading, block, base, amount))
    yield ImpliedAmountClaim(span, sentence.span, scope, base, amount, scheme.value, facets, months, others)


def _others(reading: Reading, block: Span, base: Quantity, amount: Quantity) -> Iterator[Quantity]:
    """What else before the amount is money, or has no unit and is above it."""
    for token in reading.quantities_in(Span(block.start, amount.span.start)):
        if token is not base and token.unit in (Unit.YUAN, Unit.NONE) and token.value > amount.value:
            yield token


def _rates(reading: Reading, block: Span, scheme: str) -> bool:
    """True when the block gives a rate for the scheme itself: then that rate is what the amount rests on."""
    return any(
        is_rate(reading, token) and scheme in reading.frame(token.span)["scheme"].value.split("+")
        for token in reading.quantities_in(block)
    )

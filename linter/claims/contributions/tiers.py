"""Amounts labelled with a tier of the average wage: 1037.20元(60%档次)至1728.60元(100%档次)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.context.layout import with_closing_bracket
from linter.claims.context.reading import Reading
from linter.claims.model import TierClaim
from linter.scan.tokens import Quantity, Unit

_TIER = re.compile(r"\s*(?:的)?(?:缴费|最低|最高|社保)?(?:档次|档位|档|基数)")
# 60%:基数4200元 at the start of a line.
_LINE_TIER = re.compile(r"\s*:\s*(?:缴费)?基数(?:为|是|约|\s)*")
_AMOUNT_BEFORE = re.compile(r"(?:/月|每月)?\s*\(\s*(?:按|即|对应|为)?\s*")
_AMOUNT_AFTER = re.compile(
    r"\s*(?:的)?(?:缴费|最低|最高|社保)?(?:档次|档位|档|基数)(?:缴费|缴纳|基数|对应|每月|月缴|缴|取|约|为|是|需|要|即|[:,(]|\s)*"
)


def extract(reading: Reading) -> Iterator[TierClaim]:
    """Runs of tier-labelled amounts in one sentence or in neighbouring blocks, two or more."""
    for tiers in _runs(reading):
        if len(tiers) < 2:
            continue
        places = tuple(with_closing_bracket(reading.text, amount.span.joined(tier.span)) for amount, tier in tiers)
        span = places[0].joined(places[-1])
        sentence = reading.sentence_at(tiers[0][0].span)
        if sentence is not None:
            yield TierClaim(span, sentence.span, reading.scope(span, sentence), tuple(tiers), places)


def _pairs(reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Neighbouring figures of which one is a tier percentage and the other its amount."""
    figures = [token for token in reading.tokens.quantities if not token.is_range]
    for first, second in pairwise(figures):
        between = reading.text[first.span.end : second.span.start]
        if _is_tier(reading, second) and first.unit is Unit.YUAN and _AMOUNT_BEFORE.fullmatch(between):
            yield first, second
        elif (_is_tier(reading, first) and second.unit is Unit.YUAN and _AMOUNT_AFTER.fullmatch(between)) or (
            first.unit is Unit.PERCENT and second.unit is Unit.YUAN and _LINE_TIER.fullmatch(between)
        ):
            yield second, first


def _is_tier(reading: Reading, token: Quantity) -> bool:
    return token.unit is Unit.PERCENT and bool(_TIER.match(reading.text, token.span.end))


def _runs(reading: Reading) -> Iterator[list[tuple[Quantity, Quantity]]]:
    """Pairs of which each stands in the same block as the one before, or in the next one."""
    run: list[tuple[Quantity, Quantity]] = []
    for pair in _pairs(reading):
        if run and not _adjacent(reading, run[-1], pair):
            yield run
            run = []
        run.append(pair)
    yield run


def _adjacent(reading: Reading, earlier: tuple[Quantity, Quantity], later: tuple[Quantity, Quantity]) -> bool:
    first, second = reading.sentence_at(earlier[0].span), reading.sentence_at(later[0].span)
    if first is None or second is None or first.section != second.section:
        return False
    return second.block - first.block <= 1

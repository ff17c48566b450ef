"""Figures that must fit each other by what they are: a month and its year, two shares of a whole, a range's ends."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from linter.claims.bases import is_base
from linter.claims.frame import SEGMENT, SENTENCE
from linter.claims.model import AnnualClaim, Claim, RangeClaim, SharesClaim
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit

# A yearly figure this many times the monthly one is meant to be twelve times it.
_LIKELY_YEAR = (Decimal(9), Decimal(16))


def extract(reading: Reading) -> Iterator[Claim]:
    """Annual, share and range claims of all sentences."""
    for sentence in reading.sentences:
        figures = reading.quantities_in(sentence.span)
        yield from _annual(reading, figures)
        yield from _shares(reading, figures)
        yield from _ranges(reading, figures)


def _annual(reading: Reading, figures: tuple[Quantity, ...]) -> Iterator[AnnualClaim]:
    """The sentence's only monthly and only yearly payment, where one is plainly meant to be twelve of the other."""
    money = [token for token in figures if token.unit is Unit.YUAN and not token.is_range and not is_base(reading, token)]
    monthly = [token for token in money if _per(reading, token) == "month"]
    yearly = [token for token in money if _per(reading, token) == "year"]
    if len(monthly) != 1 or len(yearly) != 1 or monthly[0].value == 0:
        return
    low, high = _LIKELY_YEAR
    if not low <= yearly[0].value / monthly[0].value <= high:
        return
    names = zip(_named(reading, monthly[0]), _named(reading, yearly[0]), strict=True)
    if any(month is not None and year is not None and month != year for month, year in names):
        return
    span = monthly[0].span.joined(yearly[0].span)
    sentence = reading.sentence_at(span)
    if sentence is not None:
        yield AnnualClaim(span, sentence.span, reading.scope(span, sentence), monthly[0], yearly[0])


def _per(reading: Reading, token: Quantity) -> str | None:
    if token.per is not None:
        return token.per
    slot = reading.frame(token.span).get("per")
    return slot.value if slot is not None and slot.level == SEGMENT else None


def _named(reading: Reading, token: Quantity) -> tuple[str | None, ...]:
    frame = reading.frame(token.span)
    return tuple(
        frame[name].value if name in frame and frame[name].level <= SENTENCE else None
        for name in ("scheme", "payer", "population")
    )


def _shares(reading: Reading, figures: tuple[Quantity, ...]) -> Iterator[SharesClaim]:
    """报销85%(自付15%): two neighbouring percentages, one paid by insurance and one borne by the patient."""
    for first, second in pairwise(figures):
        if first.unit is not Unit.PERCENT or second.unit is not Unit.PERCENT or first.is_range or second.is_range:
            continue
        aspects = (_aspect(reading, first), _aspect(reading, second))
        if aspects == ("reimbursement", "out_of_pocket"):
            paid, borne = first, second
        elif aspects == ("out_of_pocket", "reimbursement"):
            paid, borne = second, first
        else:
            continue
        sentence = reading.sentence_at(first.span)
        if sentence is not None:
            span = first.span.joined(second.span)
            yield SharesClaim(span, sentence.span, reading.scope(span, sentence), paid, borne)


def _aspect(reading: Reading, token: Quantity) -> str | None:
    slot = reading.frame(token.span).get("aspect")
    return slot.value if slot is not None and slot.level == SEGMENT else None


def _ranges(reading: Reading, figures: tuple[Quantity, ...]) -> Iterator[RangeClaim]:
    for token in figures:
        sentence = reading.sentence_at(token.span)
        if token.is_range and sentence is not None:
            yield RangeClaim(token.span, sentence.span, reading.scope(token.span, sentence), token)

"""The rate that employer and employee pay together, where a text tells the two one after the other: 单位1%,个人0.5%.

Each may lie within what a place can fix for its payer, and the two together above what the country allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from linter.claims.context.reading import Reading
from linter.claims.model import ValueClaim
from linter.claims.quantities.values import extract as extract_values
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

_MEASURE = ".rate"
_PAYER, _BOTH = "payer", "both"
_PAYERS = {"employer", "employee"}
# How far apart the two figures may be, and how far before the first its payer may be named: the words are quoted.
_NEAR, _REACH = 16, 6


def extract(reading: Reading) -> Iterator[ValueClaim]:
    """The sum of the two rates of a scheme that a sentence, or two lines, tell side by side."""
    told = (claim for claim in reading.once(extract_values) if isinstance(claim, ValueClaim))
    rates = [claim for claim in told if claim.quantity.endswith(_MEASURE)]
    for first, second in pairwise(rates):
        if (
            first.quantity == second.quantity
            and _are_a_pair(reading, first, second)
            and _are_alone(first, second, rates)
        ):
            yield _together(reading, first, second)


def _are_alone(first: ValueClaim, second: ValueClaim, rates: Sequence[ValueClaim]) -> bool:
    """True where the sentences of the two tell no third rate of the same."""
    around = first.context.joined(second.context)
    alike = [claim for claim in rates if claim.quantity == first.quantity and around.contains(claim.span)]
    return len(alike) == len(_PAYERS)


def _are_a_pair(reading: Reading, first: ValueClaim, second: ValueClaim) -> bool:
    """True for the rates of both payers, of one time and place, with nothing but words between the two."""
    payers = {first.facets.get(_PAYER), second.facets.get(_PAYER)}
    plain = all(
        claim.token.unit is Unit.PERCENT
        and not claim.token.is_range
        and claim.token.bound is None
        and not claim.hold.summand
        and _PAYER not in claim.hold.unclear | claim.hold.distant
        for claim in (first, second)
    )
    near = 0 <= second.span.start - first.span.end <= _NEAR
    apart = near and not reading.quantities_in(Span(first.span.end, second.span.start))
    return (
        plain
        and apart
        and payers == _PAYERS
        and _beside_payer(first) == _beside_payer(second)
        and _alike(first, second)
    )


def _beside_payer(claim: ValueClaim) -> dict[str, str]:
    return {name: value for name, value in claim.facets.items() if name != _PAYER}


def _alike(first: ValueClaim, second: ValueClaim) -> bool:
    one, other = first.scope, second.scope
    return (one.region, one.period) == (other.region, other.period)


def _together(reading: Reading, first: ValueClaim, second: ValueClaim) -> ValueClaim:
    payer = reading.frame(first.span).get(_PAYER)
    named = payer is not None and 0 < first.span.start - payer.term.span.start <= _REACH
    start = payer.term.span.start if payer is not None and named else first.span.start
    span = Span(start, second.span.end)
    total = first.token.value + second.token.value
    step = min(first.token.step, second.token.step)
    token = Quantity(span, Unit.PERCENT, (total,), Interval.point(total), step)
    facets = _beside_payer(first) | {_PAYER: _BOTH}
    return replace(first, span=span, token=token, facets=facets, parts=(first, second))

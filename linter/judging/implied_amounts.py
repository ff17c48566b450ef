"""What a contribution on a named base must be by the rate in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from linter.claims.calculations.consistency import tolerance
from linter.claims.model import ImpliedAmountClaim
from linter.finding import RuleCitation
from linter.judging.verdicts import Governing, Judgement, governing, judge
from reference.interval import Interval
from reference.model import Reference, Rule, Value

_NOT_ASSERTED = ("hypothetical", "hearsay", "question", "plan", "history")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class ExpectedAmount:
    """The judgement of an amount. ``amount`` is what the cited rate makes of the base: base × ``factors``."""

    judgement: Judgement
    rule: Rule
    citation: RuleCitation
    amount: Decimal
    factors: tuple[Decimal, ...]
    tolerance: Decimal


def expected_amount(claim: ImpliedAmountClaim, reference: Reference, as_of: date) -> ExpectedAmount | str:
    """The judgement by the most specific rate of the place, or why there is none.

    A range of rates (frames, minimums of the country) decides nothing.
    """
    if claim.scope.has(*_NOT_ASSERTED):
        return "hypothetical"
    found = governing(reference, f"{claim.scheme}.rate", claim.scope.region, claim.facets)
    here = found.here[:1]
    if not here or here[0].kind != "value":
        return "no-local-rule"
    allowed = max(tolerance(claim.amount), Decimal(1))
    extras = _extras(claim, reference)

    def agrees(value: Value) -> bool:
        bases = (claim.base, *claim.others)
        return any(
            _meets(claim, base.value, rate, extra, allowed)
            for base in bases
            for rate in value.accepts
            for extra in extras
        )

    judgement = judge(Governing(here), agrees, claim.scope, as_of)
    citation = judgement.holds or RuleCitation(here[0], here[0].values[-1])
    rate = citation.value.accepts[0]
    if judgement.family is not None and not rate.is_point:
        return "no-local-rule"
    factors = ((rate.low or Decimal(0)) / _HUNDRED, Decimal(claim.months))
    amount = claim.base.value * factors[0] * factors[1]
    return ExpectedAmount(judgement, here[0], citation, amount, factors, allowed)


def _extras(claim: ImpliedAmountClaim, reference: Reference) -> list[Interval]:
    """What may come to the product: nothing, or the fixed sum that the place (where none is said, any) adds a month."""
    found = governing(reference, f"{claim.scheme}.fixed_amount", claim.scope.region, claim.facets)
    rules = found.here if claim.scope.region is not None else (*found.here, *found.elsewhere)
    return [Interval.point(0), *(extra for rule in rules for value in rule.values for extra in value.accepts)]


def _meets(claim: ImpliedAmountClaim, base: Decimal, rate: Interval, extra: Interval, allowed: Decimal) -> bool:
    """True for the amount of a month, and for that of a year: the text may leave out which it means."""
    month = Interval.point(base) * rate / Interval.point(_HUNDRED) + extra
    year = month * Interval.point(12)
    return any(each.widened(allowed).contains(claim.amount.value) for each in (month, year))

"""By law the limits of the contribution base are shares of one average wage, so they stand in proportion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation
from linter.judging.value_conflicts import same_time
from linter.judging.value_rules import NOT_ASSERTED, assess
from reference.interval import Interval
from reference.model import Reference

CAP, FLOOR, WAGE = "contribution.base_cap", "contribution.base_floor", "contribution.average_wage"
_CAP_RATIO, _FLOOR_RATIO = "contribution.base_cap_ratio", "contribution.base_floor_ratio"
_WHOLE = Interval.point(100)
# Places round a limit to the yuan or to five, and a wage of 12 months once more.
_ROUNDING = Decimal(15)


@dataclass(frozen=True, slots=True)
class Proportion:
    """A cap and the floor or wage it is held against: it should be ``times`` that. ``rule`` says so of the cap."""

    cap: ValueClaim
    other: ValueClaim
    times: Interval
    rule: RuleCitation

    @property
    def allowed(self) -> Interval:
        """The caps that go with the other figure, in yuan."""
        return (self.other.token.interval * self.times).widened(_ROUNDING)

    @property
    def holds(self) -> bool:
        """True when the two go together."""
        return self.allowed.overlaps(self.cap.token.interval)


def proportions(claims: Sequence[ValueClaim], reference: Reference, as_of: date) -> Iterator[Proportion]:
    """The pairs of one section that must go together, where no rule has judged either of them already."""
    rule = _national(reference, as_of)
    cap = _only(claims, CAP)
    if rule is None or cap is None:
        return
    share = Interval.hull(rule.value.accepts)
    for quantity, times in ((WAGE, share / _WHOLE), (FLOOR, share / _floor_shares(reference))):
        other = _only(claims, quantity)
        if other is not None and _together(cap, other) and not _judged((cap, other), reference, as_of):
            yield Proportion(cap, other, times, rule)


def _only(claims: Sequence[ValueClaim], quantity: str) -> ValueClaim | None:
    """The section's claim of a quantity, if it makes one figure of it, for everybody and in earnest."""
    found = [claim for claim in claims if claim.quantity == quantity]
    plain = [claim for claim in found if not claim.facets and not claim.scope.has(*NOT_ASSERTED, "example", "history")]
    return found[0] if plain == found and len({claim.token.values for claim in found}) == 1 else None


def _together(cap: ValueClaim, other: ValueClaim) -> bool:
    """True for one place and time, and in one sentence; a wage is also of the year whose limits rest on it."""
    timely = cap.context == other.context or same_time(cap.scope, other.scope)
    return timely and cap.scope.region == other.scope.region


def _judged(claims: Sequence[ValueClaim], reference: Reference, as_of: date) -> bool:
    outcomes = (assess(claim, reference, as_of) for claim in claims)
    return any(not isinstance(outcome, str) and outcome.judgement.family is not None for outcome in outcomes)


def _national(reference: Reference, as_of: date) -> RuleCitation | None:
    for rule in reference.find(_CAP_RATIO, None, {}):
        value = rule.value_on(as_of)
        if value is not None and value.accepts:
            return RuleCitation(rule, value)
    return None


def _floor_shares(reference: Reference) -> Interval:
    """All shares of the average wage that a floor has been anywhere: places still move towards the national one."""
    rules = reference.governing(_FLOOR_RATIO)
    return Interval.hull(interval for rule in rules for value in rule.values for interval in value.accepts)

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
_WHOLE = Decimal(100)
# Places round a limit to the yuan or to five, and a wage of 12 months once more.
_ROUNDING = Decimal(15)


@dataclass(frozen=True, slots=True)
class Proportion:
    """A cap and the floor or wage it is held against: it should be ``times`` that, or more where ``least`` is set.

    ``rule`` says so of the cap.
    """

    cap: ValueClaim
    other: ValueClaim
    times: Decimal
    least: bool
    rule: RuleCitation

    @property
    def allowed(self) -> Interval:
        """The caps that go with the other figure, in yuan."""
        exact = (self.other.token.interval * Interval.point(self.times)).widened(_ROUNDING)
        return Interval(exact.low, None) if self.least else exact

    @property
    def holds(self) -> bool:
        """True when the two go together."""
        return self.allowed.overlaps(self.cap.token.interval)


def proportions(claims: Sequence[ValueClaim], reference: Reference, as_of: date) -> Iterator[Proportion]:
    """The pairs of one section that must go together, where no rule has judged either of them already."""
    cap = _only(claims, CAP)
    rule, floor_rule = (_national(reference, quantity, as_of) for quantity in (_CAP_RATIO, _FLOOR_RATIO))
    if cap is None or rule is None or floor_rule is None:
        return
    # A floor may still be on its way up to its share of the wage; above it there is none.
    for quantity, whole, least in ((WAGE, _WHOLE, False), (FLOOR, _share(floor_rule), True)):
        other = _only(claims, quantity)
        if other is not None and _together(cap, other) and not _settled(cap, other, reference, as_of):
            yield Proportion(cap, other, _share(rule) / whole, least, rule)


def _only(claims: Sequence[ValueClaim], quantity: str) -> ValueClaim | None:
    """The section's claim of a quantity, if it makes one figure of it, for everybody and in earnest."""
    found = [claim for claim in claims if claim.quantity == quantity]
    apart = (*NOT_ASSERTED, "example", "history", "typical")
    plain = [claim for claim in found if not claim.facets and not claim.scope.has(*apart)]
    return found[0] if plain == found and len({claim.token.values for claim in found}) == 1 else None


def _together(cap: ValueClaim, other: ValueClaim) -> bool:
    """True for one place and time, and in one sentence; a wage is also of the year whose limits rest on it."""
    timely = cap.context == other.context or same_time(cap.scope, other.scope)
    return timely and cap.scope.region == other.scope.region


def _settled(cap: ValueClaim, other: ValueClaim, reference: Reference, as_of: date) -> bool:
    """True where a rule has judged the cap, or the other figure to be wrong: one once right still tells of its cap."""
    return _judged(cap, reference, as_of) != "unknown" or _judged(other, reference, as_of) not in ("unknown", "stale")


def _judged(claim: ValueClaim, reference: Reference, as_of: date) -> str:
    outcome = assess(claim, reference, as_of)
    return "unknown" if isinstance(outcome, str) else outcome.judgement.verdict.now


def _national(reference: Reference, quantity: str, as_of: date) -> RuleCitation | None:
    for rule in reference.find(quantity, None, {}):
        value = rule.value_on(as_of)
        if value is not None and value.accepts and value.accepts[0].is_point:
            return RuleCitation(rule, value)
    return None


def _share(citation: RuleCitation) -> Decimal:
    """The share of the average wage, in percent."""
    return citation.value.accepts[0].low or _WHOLE

"""Sums of money whose digits are right and whose order of magnitude is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.model import MagnitudeClaim
from linter.finding import RuleCitation
from linter.judging.agreement import right_by
from linter.judging.value_rules import NOT_ASSERTED, NUMERIC
from linter.judging.verdicts import governing
from reference.interval import Interval
from reference.model import Reference, Rule, Value
from reference.period import Period
from reference.units import in_token_unit

# No place and no time known lies further from all others than this, either way.
_BEYOND = Interval(Decimal("0.5"), Decimal(2))
_NOT_OF_A_YEAR = frozenset({"day", "time", "hour"})


@dataclass(frozen=True, slots=True)
class Misscaled:
    """The value that the digits are right by, or ``None`` where they only lie among those known; ``known`` spans them.

    Yuan.
    """

    citation: RuleCitation | None
    known: Interval


def misscaled(claim: MagnitudeClaim, reference: Reference) -> Misscaled | None:
    """What the sum is with another order of magnitude; ``None`` where that makes no more sense than as written."""
    meant = claim.meant
    if claim.scope.has(*NOT_ASSERTED, "example") or meant.token.per in _NOT_OF_A_YEAR:
        return None
    found = governing(reference, meant.quantity, claim.scope.region, meant.facets)
    rules = [rule for rule in (*found.here, *found.elsewhere) if rule.kind in NUMERIC]
    known = [interval for rule in rules for value in rule.values for interval in _yuan(rule, value)]
    if not known:
        return None
    whole = Interval.hull(known)
    citation = next(_right(claim, [rule for rule in found.here if rule.kind == "value"]), None)
    among = (whole * _BEYOND).contains(meant.token.value)
    return Misscaled(citation, whole) if citation is not None or among else None


def _right(claim: MagnitudeClaim, rules: list[Rule]) -> Iterator[RuleCitation]:
    """The values of the claim's time, or of any time where it names none, that the digits are right by."""
    period = claim.scope.period or Period(None, None)
    for rule in rules:
        for value in reversed(rule.values_in(period)):
            if right_by(claim.meant.token, "exact", rule, value):
                yield RuleCitation(rule, value)


def _yuan(rule: Rule, value: Value) -> list[Interval]:
    intervals = (in_token_unit(interval, rule.unit or "count") for interval in value.accepts)
    return [interval for interval in intervals if None not in (interval.low, interval.high)]

"""A yearly figure given for one year that is exactly the one of a later year."""

from __future__ import annotations

from datetime import timedelta

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation
from linter.judging.agreement import right_by
from linter.judging.value_rules import Assessment
from linter.scan.tokens import Unit
from reference.quantities import quantity_spec

_YEAR = timedelta(days=365)


def of_later_year(claim: ValueClaim, outcome: Assessment) -> RuleCitation | None:
    """The value of a later year that the claim gives for the year it states; ``None`` where it need not be that.

    Of the stated year nothing need be known: nobody knew the figure then. A year has to lie between, since places
    count their years from different months.
    """
    spec, period = quantity_spec(claim.quantity), claim.scope.period
    if spec is None or not spec.yearly or claim.token.unit is not Unit.YUAN or claim.token.is_range:
        return None
    if period is None or period.end is None or claim.scope.period_from != "stated":
        return None
    found = [
        RuleCitation(rule, value)
        for rule in outcome.rules.here
        if rule.kind == "value" and rule.region == outcome.rules.here[0].region
        for value in rule.values
        if value.state == "in_force" and right_by(claim.token, "exact", rule, value)
    ]
    starts = [citation.value.period.start for citation in found]
    return found[0] if found and all(start is not None and start > period.end + _YEAR for start in starts) else None

"""National minimums that a place keeps on average: what its groups and grades pay may lie below them."""

from __future__ import annotations

from linter.claims.model import ValueClaim
from linter.judging.verdicts import Judgement
from reference.quantities import QuantitySpec
from reference.regions import COUNTRY


def may_lie_below(claim: ValueClaim, spec: QuantitySpec, judgement: Judgement) -> bool:
    """True for a group's or grade's figure under a national minimum that only the average must keep.

    A named place may still give that of the year before, which its own notice followed.
    """
    holds = judgement.holds
    if judgement.family is None or holds is None or holds.rule.kind != "floor" or holds.rule.region != COUNTRY:
        return False
    low = min((interval.low for interval in holds.value.accepts if interval.low is not None), default=None)
    if low is None or spec.averaged is None or claim.token.value < low * spec.averaged:
        return False
    told = {name for name, value in claim.facets.items() if value != spec.usual.get(name)}
    if told or any(marker.startswith("grade ") for marker in claim.scope.markers):
        return judgement.family == "reference" or claim.scope.period_from in ("stated", "heading")
    return _of_the_year_before(claim, judgement)


def _of_the_year_before(claim: ValueClaim, judgement: Judgement) -> bool:
    """True for the figure of a named place in a year (2025年) that its notice of the year before may have set."""
    holds, scope = judgement.holds, claim.scope
    if holds is None or scope.region in (None, COUNTRY) or scope.published is not None:
        return False
    at = holds.rule.values.index(holds.value)
    before = holds.rule.values[at - 1].accepts if at else ()
    return any(interval.low is not None and claim.token.value >= interval.low for interval in before)

"""Can two claims be about the same thing? Only then can they contradict each other."""

from __future__ import annotations

from linter.claims.model import Claim, Scope
from reference.model import region_chain


def can_meet(one: Claim, other: Claim) -> bool:
    """True when place and time of the two claims can be the same, and neither is hedged or told as history."""
    hedged = any(
        claim.scope.has("history", "hypothetical", "condition", "supposed", "plan", "provisional")
        for claim in (one, other)
    )
    return not hedged and _same_place(one.scope, other.scope) and _same_time(one.scope, other.scope)


def _same_place(one: Scope, other: Scope) -> bool:
    if one.region is None or other.region is None:
        return True
    return one.region in region_chain(other.region) or other.region in region_chain(one.region)


def _same_time(one: Scope, other: Scope) -> bool:
    """Stated times must overlap. Unstated ones are those of the two articles: a year apart they tell other rules."""
    stated = [scope.period for scope in (one, other) if scope.period_from in ("stated", "heading") and scope.period]
    if len(stated) == 2:
        return stated[0].overlaps(stated[1])
    if len(stated) == 1:
        return one.section == other.section
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= _ONE_EDITION


# Articles of one page within this many days speak of the same rules.
_ONE_EDITION = 200

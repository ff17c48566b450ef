"""Why a number that a rule would refute is left alone: it may be another one's.

On pages nobody had seen, half of all refuted numbers were right ones bound to the wrong insurance, payer or group. What
follows left out two of three of them, and hardly a wrong number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation
from linter.judging.agreement import right_by
from reference.model import Reference, Rule, region_chain
from reference.period import Period
from reference.quantities import load_quantities, quantity_spec

_CAP = "cap"
_BOUNDS = frozenset({"floor", _CAP})
_SCHEME = "scheme"
FAR, PART, ANOTHER, CASE = "bound-from-afar", "part-of-sum", "fits-another", "one-of-cases"
# Where what is told need not be the rule.
_OPEN = ("condition", "plan", "example", "provisional")


def is_guess(claim: ValueClaim) -> bool:
    """True for a number that nothing but the words around it hold, where it need not be that of the rule.

    That is so of what was once, unless the text says when.
    """
    past = claim.scope.has("history") and claim.scope.period_from != "stated"
    return claim.hold.loose and (past or claim.scope.has(*_OPEN))


def held_loosely(claim: ValueClaim, kind: str | None, reference: Reference) -> str | None:
    """The reason why a rule of that kind cannot refute the number, or ``None`` where it is firmly bound.

    It lies below a minimum or above a maximum that only an earlier sentence or a heading names; it is one part of a sum
    without a name of its own; or its own clause does not say beyond doubt of which payer, group or insurance it speaks,
    and it is right for another one, whom a maximum need not even limit.
    """
    held = claim.hold
    if kind in _BOUNDS and held.distant - held.headed:
        return FAR
    if held.summand:
        return PART
    another = held.unclear and (kind == _CAP or _is_anothers(claim, reference))
    return ANOTHER if another else None


def is_one_of_cases(claim: ValueClaim, holds: RuleCitation | None) -> bool:
    """True for one of several cases told apart by the text, of which the rule, with one value for all, knows none.

    A place may tell them apart; what holds in the whole country for all is wrong for each of them.
    """
    local = getattr(quantity_spec(claim.quantity), "setting", None) == "local"
    return local and claim.scope.has("case") and holds is not None and len(holds.value.accepts) == 1


def outdated_loosely(claim: ValueClaim, reference: Reference, as_of: date) -> bool:
    """True where a number that was once right is right today for another one of which the text may speak."""
    today = Period.day(as_of)
    compare = getattr(quantity_spec(claim.quantity), "compare", "exact")
    places = region_chain(claim.scope.region)
    others = (rule for rule in reference.governing(claim.quantity) if rule.region in places)
    return any(
        right_by(claim.token, compare, rule, value)
        for rule in others
        if rule.kind == "value" and (apart := _apart(rule.where, claim.facets)) and apart <= claim.hold.unclear
        for value in rule.values_in(today)
    )


def _is_anothers(claim: ValueClaim, reference: Reference) -> bool:
    """True when the number is, or once was, right for others than the ones it was bound to."""
    spec = quantity_spec(claim.quantity)
    compare = "exact" if spec is None else spec.compare
    return any(
        right_by(claim.token, compare, rule, value) for rule in _others(claim, reference) for value in rule.values
    )


def _others(claim: ValueClaim, reference: Reference) -> Iterator[Rule]:
    """The rules that differ in nothing but what is unclear: of another payer or group, or of another insurance."""
    unclear = claim.hold.unclear
    places = region_chain(claim.scope.region)
    for rule in reference.governing(claim.quantity):
        apart = _apart(rule.where, claim.facets)
        if rule.region in places and apart and apart <= unclear:
            yield rule
    if _SCHEME in unclear:
        for quantity in of_other_schemes(claim.quantity):
            for rule in reference.governing(quantity):
                if rule.kind == "value" and rule.region in places and _apart(rule.where, claim.facets) <= unclear:
                    yield rule


def _apart(one: Mapping[str, str], other: Mapping[str, str]) -> frozenset[str]:
    """The facets in which the two differ."""
    return frozenset(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def of_other_schemes(quantity: str) -> Iterator[str]:
    """The quantities of other insurances that measure the same: medical.rate for pension.rate."""
    measure, unit = quantity.partition(".")[2], getattr(quantity_spec(quantity), "unit", None)
    for spec in load_quantities():
        if spec.id != quantity and spec.unit == unit and spec.id.partition(".")[2] == measure:
            yield spec.id

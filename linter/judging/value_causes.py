"""Where a wrong number may have come from: the rate of another payer, the value of another place or quantity, digits
that changed places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.check import Context
from linter.claims.model import ValueClaim
from linter.judging.agreement import right_by
from linter.judging.other_years import of_later_year
from linter.judging.value_rules import Assessment
from linter.judging.value_wording import facet_name
from linter.messages import Message, say
from linter.scan.tokens import Unit
from reference.model import Reference, Rule, region_chain
from reference.quantities import quantity_names, quantity_spec
from reference.units import in_token_unit

_MIXED_UP = ("payer", "group", "grade", "paid_years", "months_band", "population", "dependence", "dependant", "fund")
_FEW = 2


def likely_cause(claim: ValueClaim, outcome: Assessment, context: Context) -> Message | None:
    """The likeliest cause that can be shown from the rules; ``None`` when none can."""
    return (
        _another_slot(claim, context.reference)
        or _another_quantity(claim, context, here=True)
        or _another_year(claim, outcome)
        or _digits_swapped(claim, outcome)
        or _another_place(claim, outcome, context)
        or _another_quantity(claim, context, here=False)
    )


def _another_slot(claim: ValueClaim, reference: Reference) -> Message | None:
    """The number is right for somebody else: the employer's rate given for the employee."""
    for name in _MIXED_UP:
        if name not in claim.facets:
            continue
        for rule in reference.governing(claim.quantity):
            other = rule.where.get(name)
            if other is None or other == claim.facets[name] or not _else_alike(rule, claim.facets, name):
                continue
            if rule.region in ("000000", claim.scope.region) and _agrees_now(claim, rule):
                who = facet_name(name, other)
                return say("cause.another-payer", payer=who)
    return None


def _another_quantity(claim: ValueClaim, context: Context, *, here: bool) -> Message | None:
    """The number is right for something else: the average wage of a year given as the cap of a month."""
    spec = quantity_spec(claim.quantity)
    names, chain = quantity_names(), region_chain(claim.scope.region)
    for quantity in spec.mistaken if spec is not None else ():
        rules = [rule for rule in context.reference.governing(quantity) if (rule.region in chain) == here]
        found = _places_with(claim, rules)
        if 0 < len(found) <= _FEW and quantity in names:
            named = "、".join(context.region_name(code) for code in found)
            return say("cause.another-quantity", places=named, about=Message(*names[quantity]))
    return None


def _another_year(claim: ValueClaim, outcome: Assessment) -> Message | None:
    """2025年's figure given for 2021."""
    found = of_later_year(claim, outcome)
    if found is None:
        return None
    return say("cause.value-since", since=str(found.value.period.start))


def _places_with(claim: ValueClaim, rules: Iterable[Rule]) -> list[str]:
    """The places one of whose values, of any time, is the number."""
    places = (
        rule.region
        for rule in rules
        if rule.kind == "value" and any(right_by(claim.token, "exact", rule, value) for value in rule.values)
    )
    return list(dict.fromkeys(places))


def _else_alike(rule: Rule, facets: Mapping[str, str], name: str) -> bool:
    return all(facets.get(facet) == value for facet, value in rule.where.items() if facet != name)


def _agrees_now(claim: ValueClaim, rule: Rule) -> bool:
    return bool(rule.values) and rule.kind == "value" and right_by(claim.token, "meets", rule, rule.values[-1])


def _digits_swapped(claim: ValueClaim, outcome: Assessment) -> Message | None:
    """1842 for 1872 is one digit wrong; 1827 for 1872 has two that changed places."""
    holds = outcome.judgement.holds
    if holds is None or claim.token.unit is not Unit.YUAN:
        return None
    written = format(claim.token.value.normalize(), "f")
    for interval in holds.value.accepts:
        bound = in_token_unit(interval, holds.rule.unit or "count").low
        right = "" if bound is None else format(bound.normalize(), "f")
        if len(right) == len(written) > _FEW and right != written:
            if sorted(right) == sorted(written):
                return say("cause.digits-swapped", right=right)
            if sum(a != b for a, b in zip(right, written, strict=True)) == 1:
                return say("cause.digit-mistyped", right=right)
    return None


def _another_place(claim: ValueClaim, outcome: Assessment, context: Context) -> Message | None:
    """The value of another place, when only one or two have it: common values say nothing."""
    found = _places_with(claim, outcome.rules.elsewhere)
    if claim.token.unit is not Unit.YUAN or not 0 < len(found) <= _FEW:
        return None
    named = "、".join(context.region_name(code) for code in found)
    return say("cause.another-place", places=named)

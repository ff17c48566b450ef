"""Which of the rules about a quantity bind the place a claim speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.model import Scope
from reference.model import Rule
from reference.quantities import QuantitySpec
from reference.regions import COUNTRY


def binding_rules(rules: tuple[Rule, ...], spec: QuantitySpec, scope: Scope) -> Iterator[Rule]:
    """The rules that bind the place.

    A national value says nothing of a figure that each place sets for itself, unless hardly any place does; a frame
    says nothing where a value is known, or an earlier one was.
    """
    valued = {rule.region for rule in rules if rule.kind == "value" and not _begins_later(rule, scope)}
    for rule in rules:
        foreign = is_lent(rule, spec, scope) and (
            any(each.region != COUNTRY for each in rules) or dict(rule.where) != spec.nationwide
        )
        if not foreign and not (rule.kind == "frame" and valued - {rule.region}):
            yield rule


def is_lent(rule: Rule, spec: QuantitySpec, scope: Scope) -> bool:
    """True for a national value held against the figure of a place that sets its own."""
    local = spec.setting == "local" and scope.region not in (None, COUNTRY)
    return local and rule.region == COUNTRY and rule.kind == "value"


def _begins_later(rule: Rule, scope: Scope) -> bool:
    """True for a value of which nothing is known up to the time a text speaks of."""
    last = scope.published if scope.period is None else scope.period.end
    return last is not None and all(
        value.period.start is not None and value.period.start > last for value in rule.values
    )

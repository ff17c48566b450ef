"""What a number claims and what holds instead, in words of both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation
from linter.judging.rule_wording import source
from linter.messages import Message, listed, say
from reference.model import Value
from reference.quantities import quantity_names
from reference.regions import COUNTRY
from reference.vocabulary import load_json, worded

# What is said of a value that always held, since a day, and from one day to another.
_IS = ("rule.is", "rule.is-since", "rule.is-between")
_RELATIONS = {
    "floor": ("rule.at-least", "rule.at-least-since", "rule.at-least-between"),
    "cap": ("rule.at-most", "rule.at-most-since", "rule.at-most-between"),
}


def subject(claim: ValueClaim) -> Message:
    """What the number is about: 「职工养老保险费率(单位)」."""
    name = Message(*quantity_names().get(claim.quantity, (claim.quantity, claim.quantity)))
    slots = [facet_name(facet, value) for facet, value in sorted(claim.facets.items())]
    return say("rule.quantity-of", quantity=name, slots=listed(slots)) if slots else name


def facet_name(facet: str, value: str) -> Message:
    """How a facet's value reads; the value itself where the vocabulary has no words for it."""
    zh, en = _names().get(facet, {}).get(value, (value, value))
    return Message(zh, en)


def holds(citation: RuleCitation, region_name: Callable[[str], str]) -> Message:
    """「自2019-05-01起为16%(《…》国办发〔2019〕13号)」, with the place where the rule is a local one."""
    rule, value = citation.rule, citation.value
    relation = _RELATIONS.get(rule.kind, _IS) if value.display[:1].isdigit() else _IS
    clause = _dated(relation, value)
    if rule.region == COUNTRY:
        return clause
    return say("rule.in-place", place=region_name(rule.region), holds=clause)


def _dated(relation: tuple[str, str, str], value: Value) -> Message:
    start, end = value.period.start, value.period.end
    always, since, between = relation
    right, cited = value.display, source(value.source)
    if start is None:
        return say(always, right=right, source=cited)
    if end is None or value.known_until is not None:
        return say(since, right=right, source=cited, start=start)
    return say(between, right=right, source=cited, start=start, end=end)


@worded
def _names() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    names: dict[str, dict[str, list[str]]] = load_json("facet_names.json")["names"]
    return {
        facet: {value: cast("tuple[str, str]", tuple(words)) for value, words in values.items()}
        for facet, values in names.items()
    }

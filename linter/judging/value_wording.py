"""What a number claims and what holds instead, in words of both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from linter.claims.model import ValueClaim
from linter.finding import Message, RuleCitation
from linter.judging.rule_wording import source
from reference.model import Value
from reference.quantities import quantity_names
from reference.vocabulary import load_json


def subject(claim: ValueClaim) -> Message:
    """What the number is about: 「职工养老保险费率(单位)」."""
    zh, en = quantity_names().get(claim.quantity, (claim.quantity, claim.quantity))
    slots = [facet_name(facet, value) for facet, value in sorted(claim.facets.items())]
    if not slots:
        return Message(zh, en)
    return Message(f"{zh}({'、'.join(slot.zh for slot in slots)})", f"{en} ({', '.join(slot.en for slot in slots)})")


def facet_name(facet: str, value: str) -> Message:
    """How a facet's value reads; the value itself where the vocabulary has no words for it."""
    zh, en = _names().get(facet, {}).get(value, (value, value))
    return Message(zh, en)


def holds(citation: RuleCitation, region_name: Callable[[str], str]) -> Message:
    """「自2019-05-01起为16%(《…》国办发〔2019〕13号)」, with the place where the rule is a local one."""
    rule, value = citation.rule, citation.value
    local = rule.region != "000000"
    place_zh = f"{region_name(rule.region)}" if local else ""
    place_en = f"in {region_name(rule.region)} " if local else ""
    since = _since(value)
    relation = _relation(rule.kind) if value.display[:1].isdigit() else Message("为", "")
    zh = f"{place_zh}{since.zh}{relation.zh}{value.display}({source(value.source)})"
    en = f"{place_en}{since.en} {relation.en}{value.display} ({source(value.source)})"
    return Message(zh, en)


def _since(value: Value) -> Message:
    start, end = value.period.start, value.period.end
    if start is not None and end is not None and value.known_until is None:
        return Message(f"{start}至{end}", f"from {start} to {end} it is")
    if start is not None:
        return Message(f"自{start}起", f"since {start} it is")
    return Message("", "it is")


def _relation(kind: str) -> Message:
    return {
        "floor": Message("不得低于", "at least "),
        "cap": Message("不得高于", "at most "),
    }.get(kind, Message("为", ""))


@cache
def _names() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    names: dict[str, dict[str, list[str]]] = load_json("facet_names.json")["names"]
    return {
        facet: {value: cast("tuple[str, str]", tuple(words)) for value, words in values.items()}
        for facet, values in names.items()
    }

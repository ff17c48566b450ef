"""What is said to belong to a set, held against the rules, and how it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from linter.check import Context
from linter.claims.model import MemberClaim
from linter.judging.verdicts import Judgement, governing, judge
from linter.messages import Message, listed
from reference.model import Value
from reference.vocabulary import load_json, worded


@dataclass(frozen=True, slots=True)
class SetSpec:
    """An entry of ``vocabulary/sets.json``.

    ``closed``: nothing but the members belongs; without it places may add more. ``negates``: the members are what a
    text must not let in.
    """

    name: Message
    items: Mapping[str, Message]
    closed: bool
    negates: bool


def set_spec(quantity: str) -> SetSpec:
    """The set of that quantity. Raises KeyError for an unknown one."""
    return _specs()[quantity]


def judge_members(claim: MemberClaim, context: Context) -> Judgement:
    """How the rules judge what the text puts into a set or leaves out of it."""
    rules = governing(context.reference, claim.set, claim.scope.region, {})
    return judge(rules, _predicate(claim, set_spec(claim.set)), claim.scope, context.as_of)


def item_names(quantity: str, members: Iterable[str]) -> Message:
    """The members in words, in the order of the vocabulary."""
    wanted = set(members)
    known = [name for item, name in set_spec(quantity).items.items() if item in wanted]
    return listed(known)


def _predicate(claim: MemberClaim, spec: SetSpec) -> Callable[[Value], bool]:
    if claim.stance == "only":
        return lambda value: value.members <= claim.members
    belongs = (claim.stance == "in") != spec.negates
    if belongs:
        return lambda value: not spec.closed or claim.members <= value.members
    return lambda value: claim.members.isdisjoint(value.members)


@worded
def _specs() -> Mapping[str, SetSpec]:
    return {
        raw["id"]: SetSpec(
            Message(raw["zh"], raw["en"]),
            {
                item: Message(words["zh"], words["en"])
                for item, words in {
                    **(load_json("kin.json")["names"] if raw.get("kin") else {}),
                    **raw["items"],
                }.items()
            },
            raw.get("closed", False),
            raw.get("negates", False),
        )
        for raw in load_json("sets.json")["sets"]
    }

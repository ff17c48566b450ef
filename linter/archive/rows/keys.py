"""Names of equal things as numbers: sentences that say the same, claims that are judged the same."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import msgspec

from linter.claims.model import CitationClaim, Claim, DateClaim, MemberClaim, StatementClaim, ValueClaim
from linter.document import Document
from linter.fingerprint import normalised
from linter.judging.minimums import said_as_most

_SIZE = 8
_PLACE = {"start", "end"}
_REMEMBERED = 1024
_ELSEWHERE = ("region", "published")
_PUBLISHED = "published"


@lru_cache(_REMEMBERED)
def sentence_key(sentence: str) -> int:
    """The same for sentences that differ in blanks and punctuation only."""
    return number_of(normalised(sentence))


def claim_keys(claim: Claim, document: Document, law: bool) -> Mapping[str, int]:
    """The names of a claim, by column.

    ``claim_key`` is the same for claims that every check over single claims judges the same, wherever they stand. That
    is: equal slots, with places counted from the start of the sentence, in equal sentences under equal titles.

    ``case_key`` is the same for more of them: for claims that rules judge the same if their places have the same rules
    and no rule changes between the days they were published on. ``law``: the document is laid out in articles.
    """
    kind, title = type(claim).__name__, document.sections[claim.scope.section].title
    slots = msgspec.to_builtins(replace(claim, scope=replace(claim.scope, section=0)), order="deterministic")
    sentence = claim.context.cut(document.visible)
    told = (kind, _moved(slots, claim.context.start), sentence, title.cut(document.visible) if title else "")
    case = (kind, _moved(_case(slots), claim.span.start), said_besides(claim, document.text), law)
    return {"claim_key": number_of(repr(told)), "case_key": number_of(repr(case))}


def said_besides(claim: Claim, text: str) -> Hashable:
    """What the judging of a claim takes from the words of its sentence, besides its slots: all of it where unsure."""
    match claim:
        case ValueClaim():
            return said_as_most(claim, text)
        case StatementClaim() | MemberClaim() | DateClaim() | CitationClaim():
            return None
    return claim.context.cut(text)


def _case(slots: dict[str, Any]) -> dict[str, Any]:
    """The slots without place and day of publication, which have columns of their own."""
    scope = {name: slot for name, slot in slots["scope"].items() if name not in _ELSEWHERE}
    if scope["period_from"] == _PUBLISHED:
        scope["period"] = None
    return {name: slot for name, slot in slots.items() if name != "context"} | {"scope": scope}


def number_of(text: str) -> int:
    """A name of 64 bits, signed: what every engine can hold."""
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest(), signed=True
    )


def _moved(slots: Any, origin: int) -> Any:
    if isinstance(slots, dict):
        if slots.keys() == _PLACE and isinstance(slots["start"], int):
            return slots["start"] - origin, slots["end"] - origin
        return [(name, _moved(slot, origin)) for name, slot in slots.items()]
    if isinstance(slots, list):
        return [_moved(slot, origin) for slot in slots]
    return slots

"""Names of equal things as numbers: sentences that say the same, claims that are judged the same."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import Any

import msgspec

from linter.claims.model import Claim
from linter.document import Document
from linter.fingerprint import normalised

_SIZE = 8
_PLACE = {"start", "end"}
_REMEMBERED = 1024


@lru_cache(_REMEMBERED)
def sentence_key(sentence: str) -> int:
    """The same for sentences that differ in blanks and punctuation only."""
    return number_of(normalised(sentence))


def claim_key(claim: Claim, document: Document) -> int:
    """The same for claims that every check over single claims judges the same, wherever they stand.

    That is: equal slots, with places counted from the start of the sentence, in equal sentences under equal titles.
    """
    title = document.sections[claim.scope.section].title
    slots = msgspec.to_builtins(replace(claim, scope=replace(claim.scope, section=0)), order="deterministic")
    told = (
        type(claim).__name__,
        _moved(slots, claim.context.start),
        claim.context.cut(document.visible),
        title.cut(document.visible) if title else "",
    )
    return number_of(repr(told))


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

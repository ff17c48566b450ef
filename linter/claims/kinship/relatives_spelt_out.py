"""A word for relatives that the text itself spells out says nothing of its own: 直系亲属(仅限配偶、父母、子女)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.claims.model import RelativesClaim

_SPELLS_OUT = re.compile(r"\s*(?:[(:]|—+|,?\s*(?:即|也就是|就是|指的是|是指|具体(?:是|为)))[^,;。0-9]{0,6}")
_NARROWING = frozenset({"only", "all"})


def spelt_out_once(claims: Iterable[RelativesClaim], text: str) -> Iterator[RelativesClaim]:
    """The claims in text order, without those that the one right behind them gives member by member."""
    waiting: RelativesClaim | None = None
    for claim in claims:
        if waiting is not None and not _spells_out(waiting, claim, text):
            yield waiting
        waiting = claim
    if waiting is not None:
        yield waiting


def _spells_out(first: RelativesClaim, second: RelativesClaim, text: str) -> bool:
    narrowing = {first.stance, second.stance} <= _NARROWING
    behind = first.span.end <= second.span.start and first.context == second.context
    if not (narrowing and behind and second.kin < first.kin):
        return False
    return _SPELLS_OUT.fullmatch(text, first.span.end, second.span.start) is not None

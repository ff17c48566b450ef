"""Names for the places of one page. A fingerprint does not hold the path, so two files may share one."""

from __future__ import annotations

from collections import Counter


class Anchors:
    """Hands out page-wide unique anchors: f-0123…, and f-0123…-2 for a second finding of that name."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def for_finding(self, fingerprint: str) -> str:
        """The anchor of the finding's card."""
        self._seen[fingerprint] += 1
        count = self._seen[fingerprint]
        return f"f-{fingerprint}" if count == 1 else f"f-{fingerprint}-{count}"


def mark_anchor(card: str) -> str:
    """The anchor of the place in the text that a card speaks of."""
    return "m" + card[1:]


def evidence_anchor(card: str, number: int) -> str:
    """The anchor of the card's n-th piece of evidence, from 0."""
    return f"e{card[1:]}-e{number}"


def document_anchor(number: int) -> str:
    """The anchor of the page's n-th document, from 1."""
    return f"d-{number}"

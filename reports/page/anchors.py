"""Names for the places of one page, the same whatever else is on it. A fingerprint does not hold the path."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from reports.located import LocatedDocument

_LENGTH = 10


class Anchors:
    """The names of a page: f-0123… for a finding, f-0123…-2 for the second of several files that share it."""

    __slots__ = ("_findings",)

    def __init__(self, findings: Mapping[tuple[str, str], str]) -> None:
        self._findings = findings

    @classmethod
    def of(cls, documents: Iterable[LocatedDocument]) -> Anchors:
        """The names for these documents, in whose order shared fingerprints are counted."""
        seen: Counter[str] = Counter()
        names = {}
        for entry in documents:
            for found in entry.findings:
                seen[found.fingerprint] += 1
                again = f"-{seen[found.fingerprint]}" if seen[found.fingerprint] > 1 else ""
                names[entry.document.path, found.fingerprint] = f"f-{found.fingerprint}{again}"
        return cls(names)

    def of_finding(self, path: str, fingerprint: str) -> str:
        """The anchor of a finding's card, or of its line among the copies."""
        return self._findings[path, fingerprint]


def document_anchor(path: str) -> str:
    """The anchor of a document: the same in every report on it."""
    return f"d-{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:_LENGTH]}"


def mark_anchor(card: str) -> str:
    """The anchor of the place in the text that a card speaks of."""
    return "m" + card[1:]


def evidence_anchor(card: str, number: int) -> str:
    """The anchor of the card's n-th piece of evidence, from 0."""
    return f"e{card[1:]}-e{number}"

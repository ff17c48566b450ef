"""Findings that say the same: the wrong sentence of a title stands again in the body, the teaser, another article."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from linter.document import Document
from linter.finding import Finding
from linter.fingerprint import normalised


@dataclass(frozen=True, slots=True)
class Repetition:
    """Where the same wrong sentence stands in other articles of a run: ``first`` of them, or all ``others`` after it.

    Paths; a finding that stands in the first article has no ``first``, all others have no ``others``.
    """

    first: str | None = None
    others: tuple[str, ...] = ()


def roots(document: Document, findings: Sequence[Finding]) -> tuple[int, ...]:
    """For each finding the index of its root; a root is its own.

    Findings are copies of each other when they have the same code, assert the same and are refuted by the same. The
    root is the gravest of them, the first in the text among equals.
    """
    root: dict[Hashable, int] = {}
    keys = [assertion(document, finding) for finding in findings]
    for index in sorted(range(len(findings)), key=lambda at: (findings[at].severity.rank, findings[at].span, at)):
        root.setdefault(keys[index], index)
    return tuple(root[key] for key in keys)


def assertion(document: Document, finding: Finding) -> Hashable:
    """What the finding says: the claim's slots and what refutes it, which is a rule or else other words of the text."""
    cited = finding.rule and (finding.rule.rule.id, finding.rule.value.period)
    words = () if cited and finding.claim else tuple(_words(document, finding))
    return finding.code, tuple(sorted(finding.claim)), finding.expected, finding.verdict, cited, words


def repetitions(names: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Repetition]:
    """The fingerprints that several articles share, by (path, fingerprint); equal ones are of equal sentences."""
    paths: dict[str, dict[str, None]] = {}
    for path, name in names:
        paths.setdefault(name, {})[path] = None
    return {
        (path, name): Repetition(None, others) if path == first else Repetition(first)
        for name, (first, *rest) in paths.items()
        if (others := tuple(rest))
        for path in (first, *others)
    }


def _words(document: Document, finding: Finding) -> Iterator[Hashable]:
    """The quoted words and those of the places they are held against; without such places their whole sentence."""
    yield normalised(finding.span.cut(document.text))
    if not finding.evidence:
        yield normalised(finding.context.cut(document.text))
    for item in finding.evidence:
        elsewhere = item.path not in (None, document.path)
        yield item.role, (item.path, item.span) if elsewhere else normalised(item.span.cut(document.text))

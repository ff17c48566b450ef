"""Two versions of an article, held against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.bench import Bench
from linter.compare.alignment import Change, changes
from linter.compare.facts import Fact, typed_facts
from linter.compare.figures import figures
from linter.document import Document
from linter.engine import lint_document
from linter.finding import Finding
from linter.result import Problem
from linter.understanding import understand
from reference.vocabulary import in_force


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two: its facts, what the checks find in it, and the checks that crashed."""

    document: Document
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What the edit did: to the facts, and to what the checks find (``appeared``, ``disappeared``)."""

    old: Version
    new: Version
    changes: tuple[Change, ...]
    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]

    def __bool__(self) -> bool:
        """True when anything differs."""
        return bool(self.changes or self.appeared or self.disappeared)


def version(document: Document, bench: Bench) -> Version:
    """A document as a side of the comparison."""
    understood = understand(document, bench.regions, bench.vocabulary)
    with in_force(bench.vocabulary):
        linted, typed = lint_document(understood, bench), tuple(typed_facts(understood))
        facts = (*typed, *figures(understood, typed))
    return Version(document, facts, linted.result.findings, linted.problems)


def difference(old: Version, new: Version) -> Difference:
    """What leads from the one to the other."""
    appeared, disappeared = _without(new.findings, old.findings), _without(old.findings, new.findings)
    return Difference(old, new, changes(old.facts, new.facts), appeared, disappeared)


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of which no other says the same; the sentence around them may have been reworded."""
    known = {(other.code, other.message) for other in others}
    return tuple(finding for finding in findings if (finding.code, finding.message) not in known)

"""The outcome of a run, before any report is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from linter.document import Document
from linter.finding import Finding, Severity
from linter.messages import Message


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of the numbers of a document. "0 findings" must never read as "correct".

    ``numbers`` seen, ``bound`` to a meaning, ``checked`` against a rule or by calculation, ``unverifiable`` bound but
    with nothing to check against; ``reasons`` counts why.
    """

    numbers: int = 0
    bound: int = 0
    checked: int = 0
    unverifiable: int = 0
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionResult:
    """The place of a section as it was understood: ``region`` is a GB/T 2260 code."""

    index: int
    region: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read or a check that crashed, and why."""

    path: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Settled:
    """A finding that is known and does not count.

    ``by`` is "suppression" or "baseline"; ``reason``, ``owner`` and ``expires`` are what the suppression says.
    """

    finding: Finding
    by: str
    reason: str | None = None
    owner: str | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document with its findings in order of (start, code); ``settled`` are those that do not count."""

    document: Document
    sections: tuple[SectionResult, ...]
    coverage: Coverage
    findings: tuple[Finding, ...]
    settled: tuple[Settled, ...] = ()


@dataclass(frozen=True, slots=True)
class RunResult:
    """All documents in order of path, and the problems in order of path.

    ``replaced`` are the built-in rules that rules of one's own took the place of: (id, id of the other).
    ``elsewhere`` are documents the run did not check, in which evidence of its findings stands.
    """

    documents: tuple[DocumentResult, ...]
    problems: tuple[Problem, ...]
    as_of: date
    profile: str
    rules: int
    reference_sha256: str
    version: str
    replaced: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[Document, ...] = ()

    def count(self) -> dict[str, int]:
        """Findings by severity, worst first, zeros included."""
        counts = Counter(finding.severity for result in self.documents for finding in result.findings)
        return {severity.value: counts[severity] for severity in Severity}

    def count_settled(self) -> dict[str, int]:
        """Findings that do not count, by what settled them; empty when there is none."""
        counts = Counter(settled.by for result in self.documents for settled in result.settled)
        return dict(sorted(counts.items()))

"""Findings as a list of lines wants them: plain strings, one place, no proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.control_characters import without_controls
from linter.finding import Finding, Severity
from linter.report import RenderOptions
from linter.result import RunResult
from reports.citation import source_parts
from reports.located import LocatedDocument, LocatedFinding, Place, located, problems_in_order

PROBLEM = "problem"
"""Stands where the code of a check would, for an input that could not be read or a check that crashed."""


@dataclass(frozen=True, slots=True)
class FlatFinding:
    """One finding. Its strings are in the report's language, on one line and without control characters.

    ``entry`` is the document it lies in and ``place`` where; ``link`` leads to the documentation of the check. What a
    finding does not have is an empty string.
    """

    entry: LocatedDocument
    finding: Finding
    place: Place
    fingerprint: str
    message: str
    cause: str
    quote: str
    suggestion: str
    source: str
    link: str

    @property
    def path(self) -> str:
        """The document's path as it was given."""
        return self.entry.document.path

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.finding.severity

    @property
    def code(self) -> str:
        """The code of the check."""
        return without_controls(self.finding.code)

    @property
    def title(self) -> str:
        """Code and name of the check."""
        return without_controls(f"{self.finding.code} {self.finding.name}")

    @property
    def details(self) -> str:
        """The message, the likely cause if there is one, and the link, each on a line."""
        return "\n".join(line for line in (self.message, self.cause, self.link) if line)


@dataclass(frozen=True, slots=True)
class FlatProblem:
    """A problem; ``reason`` is in the report's language, on one line and without control characters."""

    path: str
    reason: str


def flat(result: RunResult, lang: str, options: RenderOptions) -> tuple[FlatFinding, ...]:
    """All findings in order of path and place."""
    return tuple(each for _, findings in flat_documents(result, lang, options) for each in findings)


def flat_documents(
    result: RunResult, lang: str, options: RenderOptions
) -> Iterator[tuple[LocatedDocument, tuple[FlatFinding, ...]]]:
    """Every document with its findings, in order of path."""
    for entry in located(result):
        yield entry, tuple(_flattened(found, entry, lang, options) for found in entry.findings)


def worst_first(findings: Iterable[FlatFinding]) -> list[FlatFinding]:
    """The findings by severity; those of one severity keep their order."""
    return sorted(findings, key=lambda each: each.severity.rank)


def problems(result: RunResult, lang: str) -> Iterator[FlatProblem]:
    """The problems in order."""
    for problem in problems_in_order(result):
        yield FlatProblem(problem.path, without_controls(problem.reason.in_language(lang)))


def _flattened(found: LocatedFinding, entry: LocatedDocument, lang: str, options: RenderOptions) -> FlatFinding:
    finding = found.finding
    source = source_parts(finding.rule.value.source) if finding.rule else ()
    return FlatFinding(
        entry=entry,
        finding=finding,
        place=found.place,
        fingerprint=found.fingerprint,
        message=without_controls(finding.message.in_language(lang)),
        cause=without_controls(finding.cause.in_language(lang)) if finding.cause else "",
        quote=without_controls(entry.quote(finding.span)),
        suggestion=without_controls(finding.suggestion.replacement) if finding.suggestion else "",
        source=without_controls(" ".join(source)),
        link=without_controls(options.check_link(finding.code, finding.name)),
    )

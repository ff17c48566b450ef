"""The files of a page in a line each, the worst first, and how far each was covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from linter.document import Published
from linter.finding import Severity
from linter.report import RenderOptions
from linter.result import Coverage
from reports.coverage import coverage_line, ordered_reasons, unchecked
from reports.located import LocatedDocument
from reports.page.anchors import document_anchor
from reports.wording import Wording


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Coverage in words and as shares of a thousand for the bar."""

    line: str
    checked: int
    unverifiable: int
    unbound: int
    numbers: int
    reasons: tuple[tuple[str, int], ...]

    def share(self, part: int) -> int:
        """A part of all numbers, in thousandths."""
        return part * 1000 // self.numbers if self.numbers else 0


@dataclass(frozen=True, slots=True)
class FileView:
    """One file in a line: no more than it needs, for a page may list tens of thousands.

    ``counts`` are of findings by severity, worst first. ``shown`` when the page holds its text, at ``anchor``.
    """

    anchor: str
    path: str
    title: str
    published: str
    counts: tuple[int, ...]
    checked: int
    numbers: int
    shown: bool

    @property
    def findings(self) -> int:
        """How many findings it has, copies too."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class AboutView:
    """What is said of a file whose text the page holds, beside its line."""

    published_from: str
    encoding: str
    region: str
    coverage: str


def worst_first(documents: Iterable[LocatedDocument]) -> tuple[LocatedDocument, ...]:
    """The documents with the most errors first, then those with the most warnings; equal ones in order of path."""
    return tuple(sorted(documents, key=lambda entry: [-count for count in _counts(entry)]))


def file_view(entry: LocatedDocument, *, shown: bool) -> FileView:
    """The line of a file."""
    document, coverage, published = entry.document, entry.result.coverage, _published(entry)
    return FileView(
        anchor=document_anchor(document.path),
        path=document.path,
        title=document.title or "",
        published=published.day.isoformat() if published else "",
        counts=_counts(entry),
        checked=coverage.checked,
        numbers=coverage.numbers,
        shown=shown,
    )


def about_view(entry: LocatedDocument, wording: Wording, options: RenderOptions) -> AboutView:
    """What else there is to say of a file."""
    region = next((scope.region for scope in entry.result.sections if scope.index == 0), None)
    published = _published(entry)
    return AboutView(
        published_from=wording.label("published_from", published.source) if published else "",
        encoding=entry.document.encoding,
        region=options.names(region) if region else "",
        coverage=coverage_line(entry.result.coverage, wording),
    )


def coverage_view(coverage: Coverage, wording: Wording) -> CoverageView:
    """A document's or the run's coverage."""
    return CoverageView(
        line=coverage_line(coverage, wording),
        checked=coverage.checked,
        unverifiable=coverage.unverifiable,
        unbound=max(unchecked(coverage) - coverage.unverifiable, 0),
        numbers=coverage.numbers,
        reasons=tuple((wording.label("reason", name), count) for name, count in ordered_reasons(coverage)),
    )


def _published(entry: LocatedDocument) -> Published | None:
    sections = entry.document.sections
    return sections[0].published if sections else None


def _counts(entry: LocatedDocument) -> tuple[int, ...]:
    counts = Counter(found.finding.severity for found in entry.findings)
    return tuple(counts[severity] for severity in Severity)

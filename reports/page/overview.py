"""The page as a whole: what was checked, when, against what, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from linter.finding import Severity
from linter.report import RenderOptions
from linter.result import Coverage, Problem, RunResult
from reports.copies import copies_line
from reports.coverage import coverage_line, ordered_reasons, total, unchecked
from reports.located import LocatedDocument, by_path, located, unreadable
from reports.page.anchors import Anchors, document_anchor
from reports.page.article import ArticleView, article
from reports.page.card import CardMaker, CardView
from reports.page.trend import TrendView, trend
from reports.wording import Wording, replaced_line


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
class DocumentView:
    """One file of the page."""

    anchor: str
    path: str
    title: str
    published: str
    published_from: str
    encoding: str
    region: str
    coverage: CoverageView
    counts: tuple[tuple[str, int], ...]
    article: ArticleView
    length: int


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything the page's template reads."""

    as_of: str
    profile: str
    rules: int
    digest: str
    version: str
    replaced: str
    counts: tuple[tuple[str, int], ...]
    copies: str
    unreadable: int
    settled: tuple[str, ...]
    coverage: CoverageView
    documents: tuple[DocumentView, ...]
    problems: tuple[Problem, ...]
    families: tuple[tuple[str, str], ...]
    trend: TrendView | None

    @property
    def findings(self) -> int:
        """How many findings the page shows, copies too."""
        return sum(count for _, count in self.counts)


def page(result: RunResult, wording: Wording, options: RenderOptions) -> PageView:
    """The view of a run."""
    documents = located(result)
    anchors = {entry.document.path: document_anchor(number) for number, entry in enumerate(documents, start=1)}
    maker = CardMaker(by_path(documents, result.elsewhere), anchors, wording, options)
    families = sorted({found.finding.family for entry in documents for found in entry.findings})
    return PageView(
        as_of=result.as_of.isoformat(),
        profile=result.profile,
        rules=result.rules,
        digest=result.reference_sha256,
        version=result.version,
        replaced=replaced_line(result.replaced, wording),
        counts=tuple(result.count().items()),
        copies=copies_line(documents, wording),
        unreadable=len(unreadable(result)),
        settled=tuple(wording(f"settled.{by}", n=count) for by, count in result.count_settled().items()),
        coverage=coverage_view(total(entry.coverage for entry in result.documents), wording),
        documents=_documents(documents, maker, wording, options),
        problems=tuple(sorted(result.problems, key=lambda problem: (problem.path, problem.reason))),
        families=tuple((family, wording.label("family", family)) for family in families),
        trend=trend(options),
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


def _documents(
    documents: tuple[LocatedDocument, ...], maker: CardMaker, wording: Wording, options: RenderOptions
) -> tuple[DocumentView, ...]:
    anchors, numbers = Anchors(), count(1)
    views = []
    for index, entry in enumerate(documents, start=1):
        cards = [maker.card(found, entry, anchors, next(numbers)) for found in entry.roots]
        views.append(_document(index, entry, cards, wording, options))
    return tuple(views)


def _document(
    index: int, entry: LocatedDocument, cards: list[CardView], wording: Wording, options: RenderOptions
) -> DocumentView:
    document = entry.document
    published = document.sections[0].published if document.sections else None
    region = next((scope.region for scope in entry.result.sections if scope.index == 0), None)
    return DocumentView(
        anchor=document_anchor(index),
        path=document.path,
        title=document.title or "",
        published=published.day.isoformat() if published else "",
        published_from=wording.label("published_from", published.source) if published else "",
        encoding=document.encoding,
        region=options.names(region) if region else "",
        coverage=coverage_view(entry.result.coverage, wording),
        counts=tuple((severity.value, _count(entry, severity)) for severity in Severity),
        article=article(entry, cards, wording),
        length=len(document.visible),
    )


def _count(entry: LocatedDocument, severity: Severity) -> int:
    return sum(1 for found in entry.findings if found.finding.severity is severity)

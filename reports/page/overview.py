"""The page as a whole: what was checked, when, against what, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from linter.report import RenderOptions
from linter.result import RunResult
from reports.copies import copies_line
from reports.coverage import total
from reports.flat import FlatProblem, problems
from reports.located import LocatedDocument, by_path, located, unreadable
from reports.page.anchors import Anchors, document_anchor
from reports.page.article import ArticleView, article
from reports.page.card import CardMaker, CardView
from reports.page.charts import Chart, charts
from reports.page.files import (
    AboutView,
    CoverageView,
    FileView,
    about_view,
    coverage_view,
    file_view,
    worst_first,
)
from reports.page.roots import RootView, worst_roots
from reports.page.trend import TrendView, trend
from reports.wording import Wording, replaced_line

# A page with more than this is read by its lists: texts without findings are left out, the others folded.
_FILES, _FINDINGS = 20, 200


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A file that the page shows with its text; ``cards`` are all of the article's, in reading order."""

    file: FileView
    about: AboutView
    cards: tuple[CardView, ...]
    article: ArticleView


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything the page's template reads.

    ``files`` are the worst first. ``documents``, in that order, come once and one at a time: the texts of thousands
    never lie in memory together. ``brief`` pages have a list of findings for each document and its text folded.
    """

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
    files: tuple[FileView, ...]
    documents: Iterator[DocumentView]
    brief: bool
    problems: tuple[FlatProblem, ...]
    families: tuple[tuple[str, str], ...]
    checks: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    roots: tuple[RootView, ...]
    trend: TrendView | None

    @property
    def findings(self) -> int:
        """How many findings the page shows, copies too."""
        return sum(count for _, count in self.counts)


def page(result: RunResult, wording: Wording, options: RenderOptions) -> PageView:
    """The view of a run."""
    by_name = located(result)
    documents, anchors = worst_first(by_name), Anchors.of(by_name)
    brief = _is_brief(documents)
    found = [found.finding for entry in documents for found in entry.findings]
    several = sum(bool(entry.findings) for entry in documents) > 1
    files = tuple(file_view(entry, shown=bool(entry.findings) or not brief) for entry in documents)
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
        files=files,
        documents=_documents(
            documents, files, _card_maker(result, documents, anchors, wording, options), wording, options
        ),
        brief=brief,
        problems=tuple(problems(result, wording.lang)),
        families=tuple((name, wording.label("family", name)) for name in sorted({each.family for each in found})),
        checks=tuple(sorted({(each.code, each.name) for each in found})),
        charts=charts(result, wording, options) if several else (),
        roots=tuple(root for root in worst_roots(documents, anchors, wording) if brief or root.articles > 1),
        trend=trend(options),
    )


def _is_brief(documents: Sequence[LocatedDocument]) -> bool:
    return len(documents) > _FILES or sum(len(entry.roots) for entry in documents) > _FINDINGS


def _card_maker(
    result: RunResult,
    documents: Sequence[LocatedDocument],
    anchors: Anchors,
    wording: Wording,
    options: RenderOptions,
) -> CardMaker:
    homes = by_path(documents, result.elsewhere)
    on_page = {entry.document.path: document_anchor(entry.document.path) for entry in documents}
    return CardMaker(homes, on_page, anchors, wording, options, result.as_of)


def _documents(
    documents: Sequence[LocatedDocument],
    files: Sequence[FileView],
    maker: CardMaker,
    wording: Wording,
    options: RenderOptions,
) -> Iterator[DocumentView]:
    numbers = count(1)
    for entry, file in zip(documents, files, strict=True):
        if file.shown:
            cards = tuple(maker.card(found, entry, next(numbers)) for found in entry.roots)
            yield DocumentView(file, about_view(entry, wording, options), cards, article(entry, cards, wording))

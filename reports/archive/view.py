"""Everything the template of the archive's page reads, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from linter.archive.report.model import Overview, PageRow
from linter.finding import Severity
from linter.result import Coverage
from linter.wide_text import shortened
from reports.archive.ages import AgesView, ages_view
from reports.archive.charts import archive_charts
from reports.archive.roots import RootView, root_view
from reports.page.charts import Chart
from reports.page.files import CoverageView, coverage_view
from reports.wording import Wording

_WEB = ("https://", "http://")
_LONGEST_ADDRESS = 2000
_COLUMNS = 120
_LONG = 300


@dataclass(frozen=True, slots=True)
class PlaceView:
    """An article in a line; ``url`` is empty unless it is a web address."""

    title: str
    path: str
    url: str
    site: str
    published: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The page. ``counts`` are by severity, worst first; ``mended`` is what the roots together have of all findings."""

    overview: Overview
    counts: tuple[tuple[str, int], ...]
    coverage: CoverageView
    charts: tuple[Chart, ...]
    ages: AgesView | None
    roots: tuple[RootView, ...]
    mended: int
    pages: tuple[PlaceView, ...]
    problem_kinds: tuple[tuple[str, int], ...]
    problems: tuple[tuple[str, str], ...]

    @property
    def problems_count(self) -> int:
        """All problems, of which ``problems`` are the first."""
        return sum(number for _, number in self.problem_kinds)


def archive_view(overview: Overview, wording: Wording, names: Callable[[str], str]) -> ArchiveView:
    """The view of an archive."""
    return ArchiveView(
        overview=overview,
        counts=tuple(zip((each.value for each in Severity), overview.counts.each, strict=True)),
        coverage=_coverage(overview, wording),
        charts=archive_charts(overview, wording, names),
        ages=ages_view(overview, wording),
        roots=tuple(root_view(root, place_view(root.first), wording) for root in overview.roots),
        mended=sum(root.counts.total for root in overview.roots),
        pages=tuple(place_view(row) for row in overview.pages),
        problem_kinds=tuple((wording.label("trouble", kind), number) for kind, number in overview.problem_kinds),
        problems=tuple(
            (_cut(each.path), _cut(each.reason.in_language(wording.lang), _LONG)) for each in overview.problems
        ),
    )


def place_view(row: PageRow) -> PlaceView:
    """An article in a line: no longer than a page has room for."""
    url = row.url or ""
    return PlaceView(
        title=_cut(row.title or ""),
        path=_cut(row.url or row.path),
        url=url if url.startswith(_WEB) and len(url) <= _LONGEST_ADDRESS else "",
        site=_cut(row.site),
        published=row.published.isoformat() if row.published else "",
        counts=row.counts.each,
    )


def _coverage(overview: Overview, wording: Wording) -> CoverageView:
    totals = overview.totals
    return coverage_view(
        Coverage(totals.numbers, totals.bound, totals.checked, totals.unverifiable, totals.reasons), wording
    )


def _cut(text: str, columns: int = _COLUMNS) -> str:
    return shortened(text, columns)

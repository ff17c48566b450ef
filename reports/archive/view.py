"""Everything the template of the archive's page reads, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from linter.archive.report.model import Overview
from linter.finding import Severity
from linter.result import Coverage
from linter.wide_text import shortened
from reports.archive.ages import AgesView, ages_view
from reports.archive.charts import archive_charts
from reports.archive.places import PlaceView, in_a_line, place_view
from reports.archive.roots import RootView, root_view
from reports.page.charts import Chart
from reports.page.files import CoverageView, coverage_view
from reports.wording import Wording

_COLUMNS = 300


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
        roots=tuple(root_view(root, wording) for root in overview.roots),
        mended=sum(root.counts.total for root in overview.roots),
        pages=tuple(place_view(row) for row in overview.pages),
        problem_kinds=tuple((wording.label("trouble", kind), number) for kind, number in overview.problem_kinds),
        problems=tuple(
            (in_a_line(each.path), shortened(each.reason.in_language(wording.lang), _COLUMNS))
            for each in overview.problems
        ),
    )


def _coverage(overview: Overview, wording: Wording) -> CoverageView:
    totals = overview.totals
    return coverage_view(
        Coverage(totals.numbers, totals.bound, totals.checked, totals.unverifiable, totals.reasons), wording
    )

"""Where the findings of an archive lie: by kind, check, site and place, as rows of bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from linter.archive.report.model import Group, Overview
from linter.wide_text import shortened
from reports.page.charts import Bar, Chart
from reports.wording import Wording

_COLUMNS = 48
_HUNDRED = 100


def archive_charts(overview: Overview, wording: Wording, names: Callable[[str], str]) -> tuple[Chart, ...]:
    """The charts; those without any finding say nothing and are left out."""

    def articles(group: Group) -> str:
        return wording("archive.articles", n=group.documents)

    def rate(group: Group) -> str:
        return wording("archive.rate", n=round(_HUNDRED * group.counts.total / group.documents))

    def place(code: str) -> str:
        return names(code) if code else wording("html.no_region")

    def site(name: str) -> str:
        return name or wording("archive.no_site")

    drawn = (
        _chart("html.by_family", overview.families, lambda name: wording.label("family", name), articles, wording),
        _chart("archive.by_site", overview.sites, site, rate, wording),
        _chart("html.by_check", overview.checks, str, articles, wording),
        _chart("html.by_region", overview.regions, place, rate, wording),
    )
    return tuple(chart for chart in drawn if chart.bars and chart.most)


def _chart(
    title: str, groups: Iterable[Group], label: Callable[[str], str], note: Callable[[Group], str], wording: Wording
) -> Chart:
    groups = tuple(groups)
    bars = tuple(_bar(group.name, group, label, note) for group in groups if group.name is not None)
    rest = (wording("archive.rest", n=each.merged, findings=each.counts.total) for each in groups if each.name is None)
    return Chart(wording(title), "", bars, next(rest, ""))


def _bar(name: str, group: Group, label: Callable[[str], str], note: Callable[[Group], str]) -> Bar:
    return Bar(shortened(label(name), _COLUMNS), name, group.counts.each, note(group))

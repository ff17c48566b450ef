"""Where the findings of a run lie: counted by kind, check, age of the text and place, as rows of bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from linter.finding import Severity
from linter.report import RenderOptions
from linter.result import RunResult
from linter.statistics import AGES, Row, statistics
from reports.wording import Wording

_MOST = 8
_SEVERITIES = tuple(severity.value for severity in Severity)
Counts = Mapping[str, "Counter[str]"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: ``value`` is what its filter is set to, ``counts`` are by severity, worst first; ``note`` says more."""

    label: str
    value: str
    counts: tuple[int, ...]
    note: str = ""

    @property
    def total(self) -> int:
        """Findings of any severity."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of bars on one scale, of which ``most`` is the longest; ``filter`` names the filter they set, or is empty.

    ``rest`` says what of the rows is not shown, all of them shorter.
    """

    title: str
    filter: str
    bars: tuple[Bar, ...]
    rest: str = ""

    @property
    def most(self) -> int:
        """What the longest bar counts."""
        return max(bar.total for bar in self.bars)

    @property
    def noted(self) -> bool:
        """Whether any row says more than its counts."""
        return any(bar.note for bar in self.bars)

    def pieces(self, bar: Bar) -> Iterator[tuple[str, float, float]]:
        """The pieces of a bar: severity, where it begins and how long it is, in hundredths of the longest bar."""
        start = 0
        for severity, count in zip(_SEVERITIES, bar.counts, strict=True):
            if count:
                yield severity, round(100 * start / self.most, 2), round(100 * count / self.most, 2)
            start += count


def charts(result: RunResult, wording: Wording, options: RenderOptions) -> tuple[Chart, ...]:
    """The charts of a run with findings; what has but one row says nothing and is left out."""
    rows = statistics(result)
    regions = _by(rows, lambda row: row.region or "")
    drawn = (
        _ranked("html.by_family", "family", _families(result), lambda name: wording.label("family", name), wording),
        _ranked("html.by_check", "check", _by(rows, lambda row: f"{row.code} {row.name}"), str, wording),
        _ages(_by(rows, lambda row: row.age), wording),
        _ranked("html.by_region", "", regions, lambda code: _place(code, wording, options), wording),
    )
    return tuple(chart for chart in drawn if len(chart.bars) > 1)


def _families(result: RunResult) -> Counts:
    counts: dict[str, Counter[str]] = {}
    for finding in (finding for entry in result.documents for finding in entry.findings):
        counts.setdefault(finding.family, Counter())[finding.severity.value] += 1
    return counts


def _by(rows: Iterable[Row], key: Callable[[Row], str]) -> Counts:
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        counts.setdefault(key(row), Counter()).update({name: getattr(row, name) for name in _SEVERITIES})
    return counts


def _ranked(title: str, filter_: str, counts: Counts, label: Callable[[str], str], wording: Wording) -> Chart:
    bars = [_bar(label(name), name.partition(" ")[0], counts[name]) for name in counts]
    bars.sort(key=lambda bar: (-bar.total, bar.value))
    rest = wording("html.more_rows", n=len(bars) - _MOST) if len(bars) > _MOST else ""
    return Chart(wording(title), filter_, tuple(bars[:_MOST]), rest)


def _ages(counts: Counts, wording: Wording) -> Chart:
    """In order of age, the young ones first: who can still mend them comes before who has to search an archive."""
    bars = [_bar(wording.label("age", name), name, counts[name]) for name in AGES if name in counts]
    return Chart(wording("html.by_age"), "", tuple(bars))


def _bar(label: str, value: str, counts: Mapping[str, int]) -> Bar:
    return Bar(label, value, tuple(counts[name] for name in _SEVERITIES))


def _place(code: str, wording: Wording, options: RenderOptions) -> str:
    return options.names(code) if code else wording("html.no_region")

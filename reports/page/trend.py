"""The findings of past runs as lines over time."""

from __future__ import annotations

from dataclasses import dataclass

from linter.finding import Severity
from linter.history import Entry, last_of_each_day
from linter.report import RenderOptions

WIDTH, HEIGHT = 1000, 160
"""Of the drawing, in its own units; the style decides how large it is shown."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One count of one day, with where it lies in the drawing."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """The counts of one severity, a dot a day."""

    severity: str
    dots: tuple[Dot, ...]

    @property
    def points(self) -> str:
        """The dots as the points of an SVG line."""
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)


@dataclass(frozen=True, slots=True)
class Day:
    """The last run of a day in numbers: ``counts`` by severity, worst first."""

    as_of: str
    documents: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TrendView:
    """Lines for the drawing, and the same in numbers."""

    lines: tuple[Line, ...]
    days: tuple[Day, ...]


def trend(options: RenderOptions) -> TrendView | None:
    """The trend of the history; ``None`` where it holds no two days."""
    entries = last_of_each_day(options.history)
    if len(entries) < 2:
        return None
    severities = [severity.value for severity in Severity]
    most = max(1, *(entry.by_severity[severity] for entry in entries for severity in severities))
    days = tuple(
        Day(str(entry.as_of), entry.documents, tuple(entry.by_severity[severity] for severity in severities))
        for entry in entries
    )
    return TrendView(tuple(_line(severity, entries, most) for severity in severities), days)


def _line(severity: str, entries: tuple[Entry, ...], most: int) -> Line:
    first, span = entries[0].as_of, (entries[-1].as_of - entries[0].as_of).days
    dots = []
    for entry in entries:
        count = entry.by_severity[severity]
        x = round((entry.as_of - first).days * WIDTH / span, 1)
        dots.append(Dot(x, round(HEIGHT - count * HEIGHT / most, 1), count))
    return Line(severity, tuple(dots))

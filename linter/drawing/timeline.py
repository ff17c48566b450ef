"""A rule's history as geometry: where each value lies on a common axis, for a drawing or for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reference.model import Rule, Value
from reference.period import Period
from reference.timeline import holes

# What has no known start or end is drawn this much longer than what is known.
_MARGIN = timedelta(days=366)
_MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A value on the axis: ``start`` and ``end`` are shares of its length. Open sides reach the edge of the drawing."""

    value: Value
    start: float
    end: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two values of which nothing is known."""

    period: Period
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year on the axis."""

    year: int
    at: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing of a rule. ``today`` is where the day it is drawn for lies, when it does."""

    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    ticks: tuple[Tick, ...]
    today: float | None


def timeline(rule: Rule, as_of: date) -> Timeline:
    """The history of a rule, seen from ``as_of``."""
    axis = _Axis.around(rule, as_of)
    return Timeline(
        tuple(_bar(value, axis) for value in rule.values),
        tuple(_gaps(rule, axis)),
        tuple(axis.ticks()),
        axis.at(as_of),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    @classmethod
    def around(cls, rule: Rule, as_of: date) -> _Axis:
        days = [day for value in rule.values for day in (value.period.start, value.period.end) if day is not None]
        days.append(as_of)
        return cls(min(days) - _MARGIN / 2, max(days) + _MARGIN)

    def at(self, day: date) -> float:
        return round((day - self.first).days / (self.last - self.first).days, 4)

    def ticks(self) -> Iterator[Tick]:
        years = range(self.first.year + 1, self.last.year + 1)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if len(years) / step <= _MOST_TICKS)
        yield from (Tick(year, self.at(date(year, 1, 1))) for year in years if year % step == 0)


def _bar(value: Value, axis: _Axis) -> Bar:
    start, end = value.period.start, value.period.end
    return Bar(
        value,
        0.0 if start is None else axis.at(start),
        1.0 if end is None else axis.at(end + timedelta(days=1)),
        start is None,
        end is None,
    )


def _gaps(rule: Rule, axis: _Axis) -> Iterator[Gap]:
    for period in holes(rule.values):
        assert period.start is not None
        assert period.end is not None
        yield Gap(period, axis.at(period.start), axis.at(period.end + timedelta(days=1)))

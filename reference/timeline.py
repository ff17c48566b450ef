"""The history of a rule without holes: its values, and what lies between and after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from reference.model import Rule, Unknown, Value
from reference.period import Period

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days of a rule's history: with a ``value``, recorded as ``unknown``, or with neither (nobody looked)."""

    period: Period
    value: Value | None = None
    unknown: Unknown | None = None


def timeline(rule: Rule, unknown: Iterable[Unknown]) -> tuple[Stretch, ...]:
    """The stretches of the rule in order of time, from its first value (or first recorded unknown) on.

    After a value of which only the end of its documents is known there is a stretch without an end.
    """
    recorded = unknown_of(rule, unknown)
    known = [Stretch(value.period, value) for value in rule.values]
    blanks = [Stretch(hole) for hole in (*holes(rule.values), *_unknown_since(rule.values[-1]))]
    missing = [
        Stretch(each, unknown=one) for one in recorded for each in without(one.period, [v.period for v in rule.values])
    ]
    left = [Stretch(each) for blank in blanks for each in without(blank.period, [one.period for one in missing])]
    return tuple(sorted([*known, *missing, *left], key=lambda one: one.period.start or date.min))


def unknown_of(rule: Rule, unknown: Iterable[Unknown]) -> tuple[Unknown, ...]:
    """What was looked for and not found of what the rule governs."""
    return tuple(
        one
        for one in unknown
        if (one.quantity, one.region) == (rule.quantity, rule.region) and one.where.items() <= rule.where.items()
    )


def holes(values: Iterable[Value]) -> Iterator[Period]:
    """The days between two values that neither of them covers."""
    for earlier, later in pairwise(values):
        end, start = earlier.period.end, later.period.start
        if end is not None and start is not None and start - end > _DAY:
            yield Period(end + _DAY, start - _DAY)


def _unknown_since(value: Value) -> Iterator[Period]:
    """The days after the last value, where only the end of its documents is known."""
    if value.known_until is not None:
        yield Period(value.known_until + _DAY, None)


def without(period: Period, others: Iterable[Period]) -> Iterator[Period]:
    """The parts of a period that lie in none of the others."""
    left = [period]
    for other in others:
        left = [part for one in left for part in _outside(one, other)]
    yield from left


def _outside(period: Period, other: Period) -> Iterator[Period]:
    if not period.overlaps(other):
        yield period
        return
    if other.start is not None and (period.start is None or period.start < other.start):
        yield Period(period.start, other.start - _DAY)
    if other.end is not None and (period.end is None or period.end > other.end):
        yield Period(other.end + _DAY, period.end)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last`` on a number of columns."""

    first: date
    last: date
    columns: int

    def column(self, day: date) -> int:
        """The column of a day, counted from 0; days before and after lie in the outermost columns."""
        span = (self.last - self.first).days + 1
        return min(max((day - self.first).days * self.columns // span, 0), self.columns - 1)

    def cells(self, period: Period) -> range:
        """The columns a period takes, at least one."""
        return range(self.column(period.start or self.first), self.column(period.end or self.last) + 1)


def axis(stretches: Iterable[Stretch], today: date, columns: int) -> Axis:
    """An axis of whole years on which every known day and today has its place."""
    ends = [day for one in stretches for day in (one.period.start, one.period.end) if day is not None]
    years = [day.year for day in (*ends, today)]
    return Axis(date(min(years), 1, 1), date(max(years), 12, 31), columns)

"""Spans of days with ends that may be unknown or open."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from reference.compact import Compact


@dataclass(frozen=True, slots=True)
class Period(Compact):
    """The days from ``start`` to ``end``, both included; ``None`` is unbounded on that side."""

    start: date | None
    end: date | None

    @classmethod
    def year(cls, year: int) -> Period:
        """A whole calendar year: 2019 holds both an old and a new rate, so it is never one day."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A whole calendar month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def day(cls, day: date) -> Period:
        """A single day."""
        return cls(day, day)

    def contains(self, day: date) -> bool:
        """True when the day lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: Period) -> bool:
        """True when the two periods share at least one day."""
        return not (_before(self, other) or _before(other, self))

    def covers(self, other: Period) -> bool:
        """True when every day of ``other`` lies in this period."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def is_past(self, day: date) -> bool:
        """True only when the whole period has passed on ``day``: an imprecise span passes as a whole."""
        return self.end is not None and self.end < day


def _before(a: Period, b: Period) -> bool:
    return a.end is not None and b.start is not None and a.end < b.start

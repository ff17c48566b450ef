"""Exact decimal intervals: the only representation of a number from an article or a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from reference.compact import Compact


@dataclass(frozen=True, slots=True)
class Interval(Compact):
    """A set of decimals between two bounds.

    ``None`` as a bound means unbounded. A bound belongs to the interval unless it is marked open.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal | int | str) -> Interval:
        """The interval that holds exactly one number."""
        number = Decimal(value)
        return cls(number, number)

    @classmethod
    def hull(cls, intervals: Iterable[Interval]) -> Interval:
        """The smallest interval that holds all of the given ones (at least one must be given)."""
        parts = list(intervals)
        lows = [part.low for part in parts]
        highs = [part.high for part in parts]
        return cls(
            None if None in lows else min(low for low in lows if low is not None),
            None if None in highs else max(high for high in highs if high is not None),
        )

    @property
    def is_point(self) -> bool:
        """True when the interval holds exactly one number."""
        return self.low is not None and self.low == self.high

    def contains(self, value: Decimal) -> bool:
        """True when ``value`` lies in the interval."""
        return self.overlaps(Interval(value, value))

    def overlaps(self, other: Interval) -> bool:
        """True when the two intervals share at least one number."""
        return not (_left_of(self, other) or _left_of(other, self))

    def covers(self, other: Interval) -> bool:
        """True when every number of ``other`` lies in this interval."""
        return _bound_covers(self.low, self.low_open, other.low, other.low_open, lower=True) and _bound_covers(
            self.high, self.high_open, other.high, other.high_open, lower=False
        )

    def widened(self, by: Decimal) -> Interval:
        """The interval with both bounds moved outwards by ``by`` (not negative)."""
        return Interval(
            None if self.low is None else self.low - by,
            None if self.high is None else self.high + by,
            self.low_open,
            self.high_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_minus(self.low, other.high), _minus(self.high, other.low))

    def __mul__(self, other: Interval) -> Interval:
        """Product of two bounded intervals; an unbounded factor makes the product unbounded."""
        if None in (self.low, self.high, other.low, other.high):
            return Interval(None, None)
        products = [a * b for a in _ends(self) for b in _ends(other)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient of two bounded intervals; unbounded when the divisor may be zero."""
        if None in (self.low, self.high, other.low, other.high) or other.contains(Decimal(0)):
            return Interval(None, None)
        quotients = [a / b for a in _ends(self) for b in _ends(other)]
        return Interval(min(quotients), max(quotients))


def _ends(interval: Interval) -> tuple[Decimal, ...]:
    return tuple(end for end in (interval.low, interval.high) if end is not None)


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def _left_of(a: Interval, b: Interval) -> bool:
    """True when all of ``a`` lies below all of ``b``."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _bound_covers(
    outer: Decimal | None, outer_open: bool, inner: Decimal | None, inner_open: bool, *, lower: bool
) -> bool:
    if outer is None:
        return True
    if inner is None:
        return False
    if outer == inner:
        return inner_open or not outer_open
    return outer < inner if lower else outer > inner

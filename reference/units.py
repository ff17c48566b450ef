"""Units of rules, and the scale a written number is kept in."""

from __future__ import annotations

from decimal import Decimal

from reference.interval import Interval

UNITS: dict[str, tuple[str, Decimal]] = {
    "percent": ("percent", Decimal(1)),
    "points": ("points", Decimal(1)),
    "yuan": ("yuan", Decimal(1)),
    "years": ("months", Decimal(12)),
    "months": ("months", Decimal(1)),
    "days": ("days", Decimal(1)),
    "workdays": ("workdays", Decimal(1)),
    "hours": ("hours", Decimal(1)),
    "age_years": ("age", Decimal(12)),
    "times": ("times", Decimal(1)),
    "count": ("count", Decimal(1)),
}
"""Unit of a rule → (unit of a token, tokens' worth of one): fifteen years are 180 months, sixty is an age of 720."""


def token_unit(unit: str) -> str:
    """The unit a written number of that rule unit has. Raises KeyError for an unknown unit."""
    return UNITS[unit][0]


def in_token_unit(interval: Interval, unit: str) -> Interval:
    """An interval of a rule on the scale of written numbers, its open ends kept. Raises KeyError as above."""
    scale = UNITS[unit][1]
    return Interval(
        None if interval.low is None else interval.low * scale,
        None if interval.high is None else interval.high * scale,
        interval.low_open,
        interval.high_open,
    )

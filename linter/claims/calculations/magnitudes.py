"""Sums of money in which 万 may have been forgotten, or written once too often."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

_WAN = Decimal(10_000)


def misscaled_by(token: Quantity, text: str) -> Decimal | None:
    """What the sum would have to be multiplied with if 万 were missing or too much; ``None`` where neither can be.

    A unit that stands only in the header of a column says nothing: 万 may stand there too.
    """
    written = token.span.cut(text)
    if token.unit is not Unit.YUAN or "元" not in written or token.is_range or "亿" in written:
        return None
    return 1 / _WAN if "万" in written else _WAN


def rescaled(token: Quantity, factor: Decimal) -> Quantity:
    """The sum times a factor, with the digits as written."""
    values = tuple(value * factor for value in token.values)
    interval = token.interval * Interval.point(factor)
    return replace(token, values=values, step=token.step * factor, interval=interval)

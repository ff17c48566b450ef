"""A number with its unit read: what the unit scanners hand on."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from linter.scan.numbers import Number
from linter.scan.numerals import Numeral, plain
from linter.scan.tokens import Unit

ONE = Decimal(1)


class Measure(NamedTuple):
    """A number in the scale of its unit; ``upper`` is the other end where a range is written.

    ``factor`` is what the numeral was multiplied by (12 for years). ``vague`` marks 多/余/几 after the numeral.
    A ``weak`` measure is a small Chinese numeral without a unit: it counts only if a neighbour lends it one.
    """

    start: int
    end: int
    unit: Unit
    value: Decimal
    upper: Decimal | None
    step: Decimal
    factor: Decimal
    numeral: Numeral
    classifier: str | None = None
    per: str | None = None
    per_head: bool = False
    vague: bool = False
    weak: bool = False


def scaled(number: Number, end: int, unit: Unit, factor: Decimal = ONE, extra: Decimal | None = None) -> Measure:
    """The number counted in ``unit`` with ``factor`` units to one, ``extra`` added (the 4个月 of 60岁4个月)."""
    numeral = number.numeral
    value, upper, step = numeral.value, numeral.upper, numeral.step
    if factor != 1:
        value, step = plain(value * factor), plain(step * factor)
        upper = None if upper is None else plain(upper * factor)
    if extra:
        value, step = value + extra, ONE
    return Measure(number.start, end, unit, value, upper, step, factor, numeral)

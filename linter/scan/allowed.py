"""The set of numbers that a written number allows.

Money and bare numbers stand for half a unit of the last written digit either way: 1532.65 is [1532.645, 1532.655],
1576 is [1575.5, 1576.5], 17.6万 is 176000 ± 500. Round amounts in 万 without decimals are meant exactly: 3万 is
30000 ± 0.5. Percentages, ages, times and counts are points. 约 and 左右 widen by half a unit of the last digit that is
not 0, at least by 0.5 % and at most by 10 %; 近 does so downwards only; 2000多 lies between 2000 and 3000.
Bounds are those of Civil Code art. 1259: 以上, 以下, 以内 include the number, 不满, 超过, 以外 exclude it.
"""

from __future__ import annotations

from decimal import Decimal

from linter.scan.bounds import Wording
from linter.scan.measures import Measure
from linter.scan.tokens import Unit
from reference.interval import Interval

_ROUNDED = frozenset({Unit.YUAN, Unit.NONE})
_LEAST_SHARE = Decimal("0.005")
_MOST_SHARE = Decimal("0.1")
_ONE = Decimal(1)


def allowed(measure: Measure, wording: Wording) -> Interval:
    """The interval of a measure in its wording."""
    ends = (measure.value, measure.value if measure.upper is None else measure.upper)
    low, high = min(ends), max(ends)
    if wording.vague:
        return Interval(low, high + _magnitude(measure), low_open=True, high_open=True)
    if wording.bound is not None:
        return _bounded(low, high, wording.bound)
    half = _half_step(measure)
    if wording.around:
        return Interval(low - max(half, _width(measure, low)), high + max(half, _width(measure, high)))
    if wording.below:
        return Interval(low - max(half, _width(measure, low)), high + half)
    return Interval(low - half, high + half) if half else Interval(low, high)


def _bounded(low: Decimal, high: Decimal, bound: str) -> Interval:
    if bound in ("min", "over"):
        return Interval(low, None, low_open=bound == "over")
    return Interval(None, high, high_open=bound == "under")


def _half_step(measure: Measure) -> Decimal:
    if measure.unit not in _ROUNDED:
        return Decimal(0)
    return (measure.step if measure.numeral.decimals else min(measure.step, _ONE)) / 2


def _magnitude(measure: Measure) -> Decimal:
    return measure.numeral.magnitude * measure.factor


def _width(measure: Measure, value: Decimal) -> Decimal:
    return min(max(_magnitude(measure) / 2, value * _LEAST_SHARE), value * _MOST_SHARE)

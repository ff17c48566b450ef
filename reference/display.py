"""How a rule's value reads in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reference.interval import Interval

_SUFFIX = {
    "percent": "%",
    "points": "个百分点",
    "yuan": "元",
    "years": "年",
    "months": "个月",
    "days": "天",
    "workdays": "个工作日",
    "hours": "小时",
    "age_years": "周岁",
    "times": "倍",
    "count": "",
}
_PER = {"month": "/月", "year": "/年", "day": "/天", "time": "/次"}


def display(accepts: Sequence[Interval], unit: str, per: str | None) -> str:
    """「16%」「6821元/月」「3至12个月」「15年6个月」: the numbers a value accepts, alternatives joined with 或."""
    tail = _PER.get(per or "", "")
    return "或".join(_one(interval, unit) + tail for interval in accepts)


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _one(interval: Interval, unit: str) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return _measured(low, unit) if low == high else f"{plain(low)}{_range_mark(unit)}至{_measured(high, unit)}"
    if low is not None:
        return f"不低于{_measured(low, unit)}"
    return f"不超过{_measured(high, unit)}" if high is not None else "不限"


def _measured(number: Decimal, unit: str) -> str:
    whole, part = divmod(number, 1)
    if unit in ("years", "age_years") and part and part * 12 == int(part * 12):
        return f"{plain(whole)}{_SUFFIX[unit]}{plain(part * 12)}个月"
    return plain(number) + _SUFFIX[unit]


def _range_mark(unit: str) -> str:
    return "%" if unit == "percent" else ""

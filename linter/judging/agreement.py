"""When a number as written agrees with a value of a rule: rounding, bounds and ranges are looked at here."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from linter.judging.verdicts import Agrees, Governing
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval
from reference.model import Rule, Value
from reference.units import in_token_unit

# Bases and amounts are rounded up, down or to the nearest yuan, by place.
_YUAN = Decimal(1)
# … but nobody rounds 18 yuan to 19.
_SMALL = Decimal("0.005")
# 3万 without 约 stands for no more than this share either way.
_COARSE = Decimal("0.02")

_ENDS = {"min": "low", "max": "high"}


def agrees_with(token: Quantity, compare: str, rules: Governing) -> Agrees:
    """A predicate: is the number as written right by a value of these rules?"""
    owners = {id(value): rule for rule in (*rules.here, *rules.elsewhere) for value in rule.values}

    def agrees(value: Value) -> bool:
        rule = owners[id(value)]
        return any(right_by(token, compare, rule, each) for each in (rule.values if compare == "ever" else (value,)))

    return agrees


def right_by(token: Quantity, compare: str, rule: Rule, value: Value) -> bool:
    """True when the number as written is right by that value of the rule."""
    accepted = [in_token_unit(interval, rule.unit or "count") for interval in value.accepts]
    written = Interval.hull(Interval.point(number) for number in token.values)
    if rule.kind == "floor" or compare == "least":
        highest = written.widened(slack(token)).high or Decimal(0)
        return any(interval.low is None or highest >= interval.low for interval in accepted)
    if rule.kind == "cap":
        lowest = written.widened(slack(token)).low or Decimal(0)
        tops = [_top(interval) for interval in accepted]
        if compare == "exact" and token.bound == "max":  # 一般不超过6个月 names the longest there is
            return any(top is None or lowest == top for top in tops)
        return any(top is None or lowest <= top for top in tops)
    if token.is_range and compare == "inside":
        return any(interval.widened(slack(token)).covers(written) for interval in accepted)
    if token.is_range and compare == "whole":
        return any(written.covers(interval) and interval.covers(written) for interval in accepted)
    if compare == "later":
        accepted = [interval if interval.is_point else replace(interval, low_open=True) for interval in accepted]
    if compare == "ends":
        if token.bound in _ENDS:  # 二倍以上三倍以下 names both ends
            return any(getattr(interval, _ENDS[token.bound]) == token.value for interval in accepted)
        compare = "exact"
    if token.is_range and compare == "exact" and not any(interval.is_point for interval in accepted):
        return written in accepted
    if compare == "inside" and token.bound in _ENDS and not any(interval.is_point for interval in accepted):
        # 不超过20% where none is above 12%: true, but none of the limits there are.
        return any(_within_end(written, interval, _ENDS[token.bound]) for interval in accepted)
    # 不满二十年 names the twenty years, 不超过0.5% all numbers below: either reading may be meant.
    readings = [written.widened(slack(token))]
    limit = token.bound is not None and compare == "exact"
    if not limit and (token.approximate or token.bound is not None):
        readings.append(token.interval)
    return any(interval.overlaps(reading) for interval in accepted for reading in readings)


def _within_end(written: Interval, accepted: Interval, end: str) -> bool:
    """True for a highest number that is not above what is accepted, or a lowest one that is not below."""
    limit = getattr(accepted, end)
    if limit is None:
        return True
    number = (written.high if end == "high" else written.low) or Decimal(0)
    return bool(number <= limit) if end == "high" else bool(number >= limit)


def slack(token: Quantity) -> Decimal:
    """How far the number as written may lie from the exact one."""
    # 下限4588(7646×60%=4587.6): an amount to the 角 or 分 may stand without its unit.
    if token.unit is not Unit.YUAN and not (token.unit is Unit.NONE and token.step < 1):
        return Decimal(0)
    if token.step <= 1:
        return min(_YUAN, abs(token.value) * _SMALL)
    return min(token.step / 2, abs(token.value) * _COARSE)


def _top(interval: Interval) -> Decimal | None:
    return interval.high if interval.high is not None else interval.low

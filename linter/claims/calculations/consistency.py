"""Does a recomputed number agree with the one written? Exact decimals, three verdicts.

A written number stands for all numbers that round or truncate to it: 1087.76 for 1087.7698 too. With 约/≈ the writer
rounded further: to half of the worth of the last digit that is not zero (约4000 holds 3500 to 4500).
"""

from __future__ import annotations

from decimal import Decimal, localcontext

from linter.claims.model import Expression, ProductClaim
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

CONSISTENT, ROUNDED, INCONSISTENT = "consistent", "rounded", "inconsistent"

_ABOUT = Decimal("0.01")
# 3万 without 约 is meant to be 3万: it stands for no more than this share either way.
_COARSE = Decimal("0.02")
# A decimal with this many places in a calculation was rounded before it was written (a pension index of 1.138).
_ROUNDED_PLACES = 3


def compare(computed: Interval, stated: Quantity) -> str:
    """Whether ``computed`` agrees with what is written: consistent, consistent only under rounding, or inconsistent."""
    written = Interval.hull(Interval.point(value) for value in stated.values)
    if computed.overlaps(written):
        return CONSISTENT
    return ROUNDED if computed.overlaps(written.widened(tolerance(stated))) else INCONSISTENT


def tolerance(stated: Quantity) -> Decimal:
    """How far the exact number may lie from the written one."""
    if stated.approximate:
        worth = _last_digit(stated.value)
        return max(min(stated.step, worth), worth / 2, abs(stated.value) / 1000)
    return stated.step if stated.step <= 1 else min(stated.step, abs(stated.value) * _COARSE)


def _last_digit(value: Decimal) -> Decimal:
    """The worth of the last digit that is not zero: 100 for 4500, 0.1 for 2204.5."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def evaluate(expression: Expression) -> Interval:
    """The value of a written calculation. Percentages count as hundredths."""
    with localcontext() as exact:
        exact.prec = 50
        return _evaluate(expression)


def _evaluate(expression: Expression) -> Interval:
    if expression.number is not None:
        return operand(expression.number)
    left, right = (_evaluate(part) for part in expression.operands)
    match expression.op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


def product(claim: ProductClaim) -> Interval:
    """Base × rate of a claim, for one month. 72%左右 holds everything that rounds to it."""
    rate = in_fractions(claim.rate)
    return operand(claim.base) * (rate.widened(_ABOUT) if claim.rate.approximate else rate)


def operand(token: Quantity) -> Interval:
    """A number as it enters a calculation: exact as written, except decimals long enough to have been rounded."""
    if token.unit is Unit.PERCENT:
        return Interval.point(token.value / 100)
    if _places(token.value) >= _ROUNDED_PLACES and token.unit in (Unit.NONE, Unit.TIMES):
        half = Decimal(1).scaleb(-_places(token.value)) / 2
        return Interval(token.value - half, token.value + half)
    return Interval.point(token.value)


def in_fractions(token: Quantity) -> Interval:
    """The numbers a token stands for, percentages as hundredths; both ends of a range."""
    scale = Decimal(100) if token.unit is Unit.PERCENT else Decimal(1)
    return Interval.hull(Interval.point(value / scale) for value in token.values)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def show(number: Decimal) -> str:
    """A number for people: no exponent, no trailing zeros, at most four decimals."""
    rounded = number.quantize(Decimal("0.0001")) if _places(number) > 4 else number
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_interval(interval: Interval) -> str:
    """An interval for people: one number, or both ends."""
    if interval.low is None or interval.high is None:
        return "?"
    return show(interval.low) if interval.low == interval.high else f"{show(interval.low)}–{show(interval.high)}"

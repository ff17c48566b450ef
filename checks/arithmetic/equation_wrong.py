"""AR101 equation-wrong · 写出的算式左右不等。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import (
    INCONSISTENT,
    compare,
    evaluate,
    in_fractions,
    show_interval,
    tolerance,
)
from linter.claims.model import EquationClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.messages import say
from linter.proof import decide
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

_MONTHS_A_YEAR = Interval.point(12)
_COUNTED = frozenset({Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.COUNT})


@check(code="AR101", name="equation-wrong", family="arithmetic", severity=Severity.ERROR, reads=EquationClaim)
def equation_wrong(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
    """
    文中写出的算式算不对:等号左边的结果与右边的数不相等。

    The calculation written out in the text does not give the number behind the equals sign.

    为什么:读者会照着算式核对自己的缴费;算式错了,整篇数字都不可信。
    等号写成"就是""约为"的也算;连等式里前一步与最后的得数不符的也报。按所写位数四舍五入或截断都算对;写"约""≈"时再放宽;省写的"×12"不算错。

    反例::

        养老保险:7000元×8%=506元。

    正例::

        养老保险:7000元×8%=560元。
        个人账户:960×12×20÷139≈1658元。
    """
    computed = evaluate(claim.left)
    if computed.low is None or computed.high is None:
        return
    if any(_agrees(each, _as_money(claim.stated)) for each in _readings(claim, computed)):
        yield Checked(claim.stated.span, "arithmetic")
        return
    calculation = claim.left_span.cut(context.document.visible).strip()
    result = _in_words(computed, claim.stated)
    written = claim.stated.span.cut(context.document.visible)
    yield equation_wrong.finding(
        claim,
        say("arithmetic.equation-wrong", calculation=calculation, right=result, written=written),
        evidence=(Evidence("calculation", claim.left_span), Evidence("result", claim.stated.span)),
        expected=result,
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(calculation, computed, claim.stated),
    )


def _readings(claim: EquationClaim, computed: Interval) -> tuple[Interval, ...]:
    """The results the wording allows: as written, and over twelve months where a year is spoken of."""
    return (computed, computed * _MONTHS_A_YEAR, computed / _MONTHS_A_YEAR) if claim.annualised else (computed,)


def _agrees(computed: Interval, stated: Quantity) -> bool:
    """Equal as far as the result is rounded; what is counted in whole months, days or times is not."""
    if _is_counted(computed, stated):
        return computed.low == stated.value
    return compare(computed, stated) != INCONSISTENT


def _is_counted(computed: Interval, stated: Quantity) -> bool:
    exact = computed.low is not None and computed.low == computed.high and computed.low % 1 == 0
    return exact and stated.unit in _COUNTED and not (stated.approximate or stated.is_range)


def _as_money(stated: Quantity) -> Quantity:
    """The stated number with a percentage as hundredths, as calculations give it."""
    if stated.unit is not Unit.PERCENT:
        return stated
    hundredths = in_fractions(stated)
    return Quantity(
        stated.span,
        Unit.NONE,
        tuple(value / 100 for value in stated.values),
        hundredths,
        stated.step / 100,
        stated.approximate,
    )


def _in_words(computed: Interval, stated: Quantity) -> str:
    if stated.unit is not Unit.PERCENT:
        return show_interval(computed)
    return f"{show_interval(computed * Interval.point(100))}%"


def _proof(calculation: str, computed: Interval, stated: Quantity) -> tuple[Step, ...]:
    plain = _as_money(stated)
    low, high = computed.low or Decimal(0), computed.high or Decimal(0)
    nearest = low if plain.value < low else high
    return (
        Step("evaluate", (calculation,), show_interval(computed)),
        decide("differ", nearest, plain.value, Decimal(0) if _is_counted(computed, plain) else tolerance(plain)),
    )

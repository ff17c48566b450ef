"""AR111 derived-figure-wrong · 由前文数字推出的金额、比例或年限算错。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import INCONSISTENT, compare, show, tolerance
from linter.claims.calculations.slips import transposed
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation, number
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import Message, say
from linter.proof import calculate, decide
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

_SIGNS = {"add": "+", "subtract": "-", "multiply": "×", "divide": "÷"}
_BINDING = frozenset({"multiply", "divide"})
_UNITS = {
    Unit.PERCENT: "unit.percent",
    Unit.POINTS: "unit.points",
    Unit.COUNT: "unit.bare",
    Unit.MONTHS: "unit.months",
    Unit.DAYS: "unit.days",
    Unit.WORKDAYS: "unit.workdays",
    Unit.NONE: "unit.bare",
    Unit.TIMES: "unit.bare",
}
_COUNTED = frozenset({Unit.COUNT, Unit.POINTS, Unit.TIMES})
_TIMES = frozenset({Unit.MONTHS, Unit.DAYS})
_YEAR = Decimal(12)


@check(code="AR111", name="derived-figure-wrong", family="arithmetic", severity=Severity.ERROR, reads=DerivedClaim)
def derived_figure_wrong(claim: DerivedClaim, context: Context) -> Iterator[Outcome]:
    """
    没有列出算式、但由前文的数字推出来的结果不对:按月按天按年的合计、剩余、到手工资、差额、倍数、涨幅、平均、滞纳金、津贴、年限、基数上下限、区间的两端。

    What follows from figures before it (a sum by months, days, years or heads, a rest, take-home pay, a share, a multiple, a limit, a range) is not so.

    为什么:金额与个数隔着一句话,作者和编辑都容易漏核;数字颠倒也多出在这里。
    个人与财政两头合计、分行列出的各险合计、起付线以上的报销、相差几个百分点、按文中规则折算的补偿月数,也重算。
    整篇举例的一步步也核:结论与括号里自己的算式不同、到手少扣了写明的社保公积金、起付线没有减、几步的合计不符、差额不对。
    单价、个数写得清楚的,算错就报;其余的,只有恰好是正确结果的两位数字颠倒或写错一位才报。

    反例::

        一个月1380元,交三个月就是4410元。

    正例::

        一个月1380元,交三个月就是4140元。
    """
    steps = _steps(claim.calculation)
    right = Decimal(steps[-1].out)
    allowed = tolerance(claim.result)
    if _agrees(claim.result, right):
        yield Checked(claim.result.span, "arithmetic")
        return
    written = claim.result.span.cut(context.document.visible)
    result = _in_words(right, claim.result.unit)
    calculation = _shown(claim.calculation)
    yield derived_figure_wrong.finding(
        claim,
        say("arithmetic.derived-figure-wrong", calculation=calculation, right=result, written=written),
        evidence=(
            *(Evidence("operand", token.span) for token in claim.calculation.tokens()),
            Evidence("result", claim.result.span),
        ),
        expected=show(right),
        verdict=Verdict("wrong", "wrong"),
        severity=Severity.ERROR if claim.firm else Severity.WARNING,
        confidence=Confidence.HIGH if claim.firm else Confidence.MEDIUM,
        proof=(*steps, decide("differ", right, _nearest(claim.result, right), allowed)),
        cause=_cause(claim.result.value, right),
    )


def _agrees(result: Quantity, right: Decimal) -> bool:
    """Whether the right number rounds to the written one; how often and how many points are not cut off as sums are."""
    in_wholes = result.step <= 1 and result.value == result.value.to_integral_value()
    if result.unit in _TIMES and in_wholes and not result.approximate and not result.is_range:
        return abs(right - result.value) < 1
    if result.unit is Unit.PERCENT and not result.approximate and not result.is_range:
        return abs(right - result.value) < tolerance(result)
    if result.unit not in _COUNTED or result.approximate or result.is_range:
        return compare(Interval.point(right), result) != INCONSISTENT
    off = right - result.value
    return -result.step / 2 <= off <= result.step / 2 or (result.unit is Unit.TIMES and 0 < off < result.step)


def _nearest(result: Quantity, right: Decimal) -> Decimal:
    """The written number, or the end of a range, that is nearest to the right one."""
    return min(result.values, key=lambda value: abs(value - right))


def _steps(calculation: Calculation) -> tuple[Step, ...]:
    """The calculation as proof, innermost first."""
    inner: list[Step] = []
    inputs: list[Decimal] = []
    for operand in calculation.operands:
        if isinstance(operand, Calculation):
            inner += _steps(operand)
            inputs.append(Decimal(inner[-1].out))
        else:
            inputs.append(number(operand))
    return (*inner, calculate(calculation.op, *inputs))


def _shown(calculation: Calculation) -> str:
    """The calculation as people write it: (2340-2305)÷2305×100."""
    return _SIGNS[calculation.op].join(_operand(each, calculation.op) for each in calculation.operands)


def _operand(operand: Quantity | Decimal | Calculation, op: str) -> str:
    if isinstance(operand, Calculation):
        shown = _shown(operand)
        return f"({shown})" if op in _BINDING and operand.op not in _BINDING else shown
    if isinstance(operand, Decimal):
        return show(operand)
    return f"{show(operand.value)}%" if operand.unit is Unit.PERCENT else show(operand.value)


def _in_words(value: Decimal, unit: Unit) -> Message:
    shown = show(value)
    if unit is Unit.MONTHS and value >= _YEAR:
        years, months = divmod(value, _YEAR)
        if not months:
            return say("unit.months-in-years", number=shown, years=show(years))
        return say("unit.months-in-years-and-months", number=shown, years=show(years), months=show(months))
    return say(_UNITS.get(unit, "unit.yuan"), number=shown)


def _cause(written: Decimal, right: Decimal) -> Message | None:
    if not transposed(written, right):
        return None
    return say("cause.digits-swapped", right=show(right))

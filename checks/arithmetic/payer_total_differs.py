"""AR104 payer-total-differs · 某方合计与本文分险种金额对不上。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import INCONSISTENT, compare, show, show_interval, tolerance
from linter.claims.ledger.sums import ledger_sum, part_value
from linter.claims.model import LedgerClaim, Part
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import Message, say
from linter.proof import calculate, decide
from linter.scan.tokens import Unit
from reference.interval import Interval

_PAYERS = {"employee": "payer.employee", "employer": "payer.employer", "both": "payer.both"}
_HUNDRED = Decimal(100)


@check(code="AR104", name="payer-total-differs", family="arithmetic", severity=Severity.ERROR, reads=LedgerClaim)
def payer_total_differs(claim: LedgerClaim, context: Context) -> Iterator[Outcome]:
    """
    文中给出的个人、单位或双方合计,与同一篇里按险种写出的金额或费率对不上。

    A payer's total does not fit the amounts or rates the same section gives scheme by scheme.

    为什么:单项已经超过合计,或各项加起来不等于合计,读者无从知道该信哪个数。
    险种没有列全时,只在"分项之和超过合计"时报;列全了,合计偏大也报。费率写成区间的,合计落在区间内就算对。

    反例::

        社保基数7000元,个人每月约494元。其中养老保险个人8%(560元),医疗保险个人2%(140元)。

        社保基数7000元,个人每月约890元。职工个人的费率:养老保险8%,医疗保险2%,失业保险0.5%。

    正例::

        社保基数7000元,个人每月约735元。其中养老保险个人8%(560元),医疗保险个人2%(140元)。
    """
    least, most = ledger_sum(claim)
    allowed = tolerance(claim.total)
    exceeds = least > max(claim.total.values) + allowed
    falls_short = claim.complete and most < min(claim.total.values) - allowed
    if not exceeds and not falls_short:
        yield Checked(claim.total.span, "arithmetic")
        return
    result = show_interval(Interval(least, most))
    by_rate = any(part.token.unit is Unit.PERCENT for part in claim.parts)
    yield payer_total_differs.finding(
        claim,
        _message(claim, context, result, exceeds),
        severity=Severity.ERROR if exceeds or not by_rate else Severity.WARNING,
        confidence=Confidence.HIGH if exceeds else Confidence.MEDIUM,
        evidence=(
            Evidence("total", claim.total.span),
            *([] if claim.base is None else [Evidence("base", claim.base.span)]),
            *(Evidence("part", part.token.span) for part in claim.parts),
        ),
        expected=result if claim.complete else f"≥ {result}",
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(claim, exceeds),
        cause=_cause(claim),
    )


def _message(claim: LedgerClaim, context: Context, result: str, exceeds: bool) -> Message:
    payer = say(_PAYERS[claim.payer])
    written = claim.total.span.cut(context.document.visible)
    total = say("unit.percent" if claim.total.unit is Unit.PERCENT else "unit.yuan", number=result)
    parts = _listed(claim, context)
    if len(claim.parts) == 1:
        part = claim.parts[0]
        alone = part.token.span.cut(context.document.visible)
        given = alone if claim.base is None else say("arithmetic.parts-and-sum", parts=parts, sum=total)
        return say("arithmetic.payer-part-exceeds-total", payer=payer, part=part.label, given=given, written=written)
    key = "arithmetic.payer-parts-exceed-total" if exceeds else "arithmetic.payer-total-differs"
    return say(key, payer=payer, parts=parts, sum=total, written=written)


def _listed(claim: LedgerClaim, context: Context) -> str:
    """养老保险560元+医疗保险140元, or 7000×(养老保险8%+医疗保险2%) where the parts are rates."""
    cut = context.document.visible
    amounts, rates = (
        "+".join(part.label + part.token.span.cut(cut) for part in claim.parts if _of_base(claim, part) is wanted)
        for wanted in (False, True)
    )
    if claim.base is not None and rates:
        rates = f"{show(claim.base.value)}×({rates})"
    return "+".join(each for each in (amounts, rates) if each)


def _of_base(claim: LedgerClaim, part: Part) -> bool:
    return claim.base is not None and part.token.unit is Unit.PERCENT


def _proof(claim: LedgerClaim, exceeds: bool) -> tuple[Step, ...]:
    """The parts at the end that is nearer to the total: each rate times the base, their sum, the comparison."""
    pick, side = (min, max) if exceeds else (max, min)
    steps: list[Step] = []
    values: list[Decimal] = []
    for part in claim.parts:
        value = pick(part.token.values)
        if _of_base(claim, part) and claim.base is not None:
            steps.append(calculate("multiply", claim.base.value, value / _HUNDRED))
            value = Decimal(steps[-1].out)
        values.append(value)
    if len(values) > 1:
        steps.append(calculate("add", *values))
        values = [Decimal(steps[-1].out)]
    written = side(claim.total.values)
    last = (
        decide("exceed", values[0], written)
        if exceeds
        else decide("differ", values[0], written, tolerance(claim.total))
    )
    return (*steps, last)


def _cause(claim: LedgerClaim) -> Message | None:
    """The total is one part alone."""
    if len(claim.parts) < 2:
        return None
    for part in claim.parts:
        alone = part_value(claim, part)
        if alone.low == alone.high and compare(alone, claim.total) != INCONSISTENT:
            return say("cause.one-part-alone", part=part.label)
    return None

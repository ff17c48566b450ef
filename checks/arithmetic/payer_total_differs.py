"""AR104 payer-total-differs · 某方合计与本文分险种金额对不上。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.consistency import INCONSISTENT, compare, in_fractions, show_interval, tolerance
from linter.claims.model import LedgerClaim
from linter.finding import Confidence, Evidence, Message, Severity, Step, Verdict
from linter.proof import calculate, decide
from reference.interval import Interval

_PAYERS = {"employee": ("个人", "employee"), "employer": ("单位", "employer")}


@check(code="AR104", name="payer-total-differs", family="arithmetic", severity=Severity.ERROR, reads=LedgerClaim)
def payer_total_differs(claim: LedgerClaim, context: Context) -> Iterator[Outcome]:
    """
    文中给出的个人(或单位)合计,与同一篇里按险种写出的金额对不上。

    A payer's total does not fit the amounts the same section gives scheme by scheme.

    为什么:单项已经超过合计,或各项加起来超过合计,读者无从知道该信哪个数。
    险种没有列全时,只在"分项之和超过合计"时报;列全了,合计偏大也报。

    反例::

        社保基数7000元,个人每月约494元。其中养老保险个人8%(560元),医疗保险个人2%(140元)。

    正例::

        社保基数7000元,个人每月约735元。其中养老保险个人8%(560元),医疗保险个人2%(140元)。
    """
    total = Interval.point(0)
    for part in claim.parts:
        total = total + in_fractions(part.token)
    if total.low is None or total.high is None:
        return
    exceeds = total.low > max(claim.total.values) + tolerance(claim.total)
    if not exceeds and not (claim.complete and compare(total, claim.total) == INCONSISTENT):
        yield Checked(claim.total.span, "arithmetic")
        return
    result = show_interval(total)
    yield payer_total_differs.finding(
        claim,
        _message(claim, context, result, exceeds),
        confidence=Confidence.HIGH if exceeds else Confidence.MEDIUM,
        evidence=(
            Evidence("total", claim.total.span),
            *(Evidence("part", part.token.span) for part in claim.parts),
        ),
        expected=result if claim.complete else f"≥ {result}",
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(claim, exceeds),
    )


def _message(claim: LedgerClaim, context: Context, result: str, exceeds: bool) -> Message:
    cut = context.document.visible
    zh, en = _PAYERS[claim.payer]
    written = claim.total.span.cut(cut)
    if len(claim.parts) == 1:
        part = claim.parts[0]
        amount = part.token.span.cut(cut)
        return Message(
            f"本文写明{zh}缴{part.label}一项就是 {amount},已超过文中的{zh}合计 {written}。",
            f"The {en} pays {amount} for {part.label} alone, more than the total {written}.",
        )
    listed = "+".join(f"{part.label}{part.token.span.cut(cut)}" for part in claim.parts)
    relation_zh, relation_en = ("已超过", "more than") if exceeds else ("不等于", "not")
    return Message(
        f"本文按险种写出的{zh}部分 {listed}={result} 元,{relation_zh}文中的{zh}合计 {written}。",
        f"The {en} amounts given scheme by scheme, {listed} = {result} yuan, are {relation_en} the total {written}.",
    )


def _proof(claim: LedgerClaim, exceeds: bool) -> tuple[Step, ...]:
    lows = [min(part.token.values) for part in claim.parts]
    if len(lows) == 1:
        return (decide("exceed", lows[0], max(claim.total.values)),)
    added = calculate("add", *lows)
    if exceeds:
        return added, decide("exceed", Decimal(added.out), max(claim.total.values))
    return added, decide("differ", Decimal(added.out), claim.total.value, tolerance(claim.total))

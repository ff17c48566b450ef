"""RF212 rise-differs · 比上年涨了多少,与两年的标准对不上。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import RiseClaim
from linter.finding import Evidence, Message, Severity, Step, Verdict
from linter.judging.rises import RiseVerdict, judge_rise
from linter.judging.rule_wording import source
from linter.judging.value_wording import subject
from linter.messages import say
from linter.proof import calculate, decide
from reference.display import display
from reference.interval import Interval


@check(code="RF212", name="rise-differs", family="reference", severity=Severity.WARNING, reads=RiseClaim)
def rise_differs(claim: RiseClaim, context: Context) -> Iterator[Outcome]:
    """
    文中说比上年多了或少了多少,或者由多少变来,与规定的上年标准不符。

    The text says by how much a yearly figure went up or down, or from what, and the year before had another one.

    为什么:当年的数写对了,涨幅却是猜的或抄自别的年份,读者会以为负担变了。

    反例::

        2025年居民医保个人缴费标准为每人每年400元,比上年增加50元。

        2025年居民医保个人缴费标准由350元提高到400元。

    正例::

        2025年居民医保个人缴费标准为每人每年400元,比上年增加20元。
        2025年居民医保个人缴费标准由380元提高到400元。
    """
    verdict = judge_rise(claim, context.reference)
    if verdict is None:
        yield Unverifiable(claim.span, "no-rule")
        return
    if verdict.right:
        yield Checked(claim.span, verdict.now.rule.id)
        return
    yield rise_differs.finding(
        claim,
        _message(claim, verdict, context.document.visible),
        evidence=(Evidence("figure", claim.now.span),),
        expected=show(verdict.was if claim.way == "from" else abs(verdict.rose)),
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(claim, verdict),
        rule=verdict.before if claim.way == "from" else verdict.now,
    )


def _proof(claim: RiseClaim, verdict: RiseVerdict) -> tuple[Step, ...]:
    if claim.way == "from":
        return (decide("differ", verdict.was, claim.by.value, Decimal(0)),)
    rose = calculate("subtract", verdict.amount, verdict.was)
    return (rose, decide("differ", verdict.rose, _told(claim), Decimal(0)))


def _written(verdict: RiseVerdict, amount: Decimal) -> str:
    rule = verdict.now.rule
    return display((Interval.point(amount),), rule.unit or "count", rule.per)


def _told(claim: RiseClaim) -> Decimal:
    return claim.by.value if claim.way == "up" else -claim.by.value


def _message(claim: RiseClaim, verdict: RiseVerdict, visible: str) -> Message:
    written = claim.span.cut(visible)
    if claim.way == "from":
        return say(
            "conflict.earlier-differs",
            about=subject(claim.now),
            written=written,
            now=claim.now.span.cut(visible),
            was=_written(verdict, verdict.was),
            amount=_written(verdict, verdict.amount),
            source=source(verdict.now.value.source),
        )
    key = "conflict.rise-differs" if claim.way == "up" else "conflict.fall-differs"
    return say(
        key,
        about=subject(claim.now),
        written=written,
        was=show(verdict.was),
        amount=show(verdict.amount),
        source=source(verdict.now.value.source),
    )

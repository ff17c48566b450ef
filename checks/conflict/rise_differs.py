"""RF212 rise-differs · 比上年涨了多少,与两年的标准对不上。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.consistency import show
from linter.claims.model import RiseClaim
from linter.finding import Evidence, Message, Severity, Verdict
from linter.judging.rises import RiseVerdict, judge_rise
from linter.judging.rule_wording import source
from linter.judging.value_wording import subject
from linter.messages import say
from linter.proof import calculate, decide


@check(code="RF212", name="rise-differs", family="reference", severity=Severity.WARNING, reads=RiseClaim)
def rise_differs(claim: RiseClaim, context: Context) -> Iterator[Outcome]:
    """
    文中说比上年多了或少了多少,与规定的前后两年标准之差不符。

    The text says by how much a yearly figure went up or down, and the figures of the two years lie otherwise apart.

    为什么:当年的数写对了,涨幅却是猜的或抄自别的年份,读者会以为负担变了。

    反例::

        2025年居民医保个人缴费标准为每人每年400元,比上年增加50元。

    正例::

        2025年居民医保个人缴费标准为每人每年400元,比上年增加20元。
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
        _message(claim, verdict, claim.span.cut(context.document.visible)),
        evidence=(Evidence("figure", claim.now.span),),
        expected=show(abs(verdict.rose)),
        verdict=Verdict("wrong", "wrong"),
        proof=(
            calculate("subtract", verdict.amount, verdict.was),
            decide("differ", verdict.rose, _told(claim), Decimal(0)),
        ),
        rule=verdict.now,
    )


def _told(claim: RiseClaim) -> Decimal:
    return claim.by.value if claim.way == "up" else -claim.by.value


def _message(claim: RiseClaim, verdict: RiseVerdict, written: str) -> Message:
    key = "conflict.rise-differs" if claim.way == "up" else "conflict.fall-differs"
    return say(
        key,
        about=subject(claim.now),
        written=written,
        was=show(verdict.was),
        amount=show(verdict.amount),
        source=source(verdict.now.value.source),
    )

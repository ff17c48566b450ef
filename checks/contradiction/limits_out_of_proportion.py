"""CT107 limits-out-of-proportion · 基数上下限与平均工资不成比例。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import ValueClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.judging.base_proportions import Proportion, proportions
from linter.judging.rule_wording import source
from linter.judging.value_wording import subject
from linter.messages import say
from reference.interval import Interval


@check(
    code="CT107",
    name="limits-out-of-proportion",
    family="contradiction",
    severity=Severity.WARNING,
    reads=ValueClaim,
    over="section",
)
def limits_out_of_proportion(claims: Sequence[ValueClaim], context: Context) -> Iterator[Outcome]:
    """
    同一篇里的缴费基数上限,与平均工资或下限对不上:上限是平均工资的3倍,下限不超过它的60%。

    The cap of the base does not go with the average wage, or with the floor, that the same article gives.

    为什么:上限、下限由同一个平均工资算出。三个数之中有一个抄错、颠倒或是另一年的,比例就不对。
    取整的差别不算;有当地规定可核对的,由 RF101、ST101 判断,这里不重复。

    反例::

        2019年云岭全口径月平均工资6200元,社保缴费基数上限为16800元。

    正例::

        2019年云岭全口径月平均工资6200元,社保缴费基数上限为18600元。
    """
    for found in proportions(claims, context.reference, context.as_of):
        if found.holds:
            yield Checked(found.cap.span, "arithmetic")
            yield Checked(found.other.span, "arithmetic")
        else:
            yield _finding(found, context)


def _finding(found: Proportion, context: Context) -> Outcome:
    cut, about = context.document.visible, subject(found.other)
    cap, other, times = found.cap.span.cut(cut), found.other.span.cut(cut), show(found.times)
    ratio = show((found.cap.token.value / found.other.token.value).quantize(Decimal("0.01")))
    return limits_out_of_proportion.finding(
        found.cap,
        say(
            "contradiction.limits-too-close" if found.least else "contradiction.limits-out-of-proportion",
            cap=cap,
            about=about,
            other=other,
            ratio=ratio,
            times=times,
            source=source(found.rule.value.source),
        ),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", found.other.span),),
        expected=_read(found.allowed),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (found.rule.rule.id,), found.rule.value.display),),
        rule=found.rule,
    )


def _read(interval: Interval) -> str:
    return "-".join(show(end) for end in (interval.low, interval.high) if end is not None)

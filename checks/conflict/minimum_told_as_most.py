"""RF108 minimum-told-as-most · 把最低标准说成最高。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import RuleCitation, Severity, Step, Verdict
from linter.judging.minimums import told_as_most, told_too_low
from linter.judging.value_findings import quoted
from linter.judging.value_rules import assess
from linter.judging.value_wording import holds, subject
from linter.messages import say


@check(code="RF108", name="minimum-told-as-most", family="reference", severity=Severity.WARNING, reads=ValueClaim)
def minimum_told_as_most(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    规定的是“不少于”,文中却说成“最长”“最多”;或者“最长”“最多”说得比规定的上限低。

    What the rules give as the least is told as the most there is, or a lower figure as the most than they allow.

    为什么:数字没错,方向反了;读者以为到此为止,其实这只是起点。上限少说了,读者以为自己只能得到这么多。
    只看说的是全国规定的:地方可以定死一个数。

    反例::

        居民医保断缴越久,等待期随断缴年限延长,最长6个月。

    正例::

        居民医保连续断缴4年的,补缴修复后等待期不少于6个月。
    """
    outcome = context.once(assess, claim)
    if isinstance(outcome, str):
        return
    asked = (claim, outcome, context.document.text, context.as_of)
    citation, low = told_as_most(*asked), told_too_low(*asked)
    if citation is not None:
        yield _finding(claim, citation, "conflict.minimum-told-as-most", context)
    elif low is not None:
        yield _finding(claim, low, "conflict.maximum-told-too-low", context)


def _finding(claim: ValueClaim, citation: RuleCitation, key: str, context: Context) -> Outcome:
    about, instead, quote = subject(claim), holds(citation, context.region_name), quoted(claim, context)
    return minimum_told_as_most.finding(
        claim,
        say(key, about=about, written=quote, holds=instead),
        expected=citation.value.display,
        verdict=Verdict("unknown", "wrong"),
        proof=(Step("lookup", (citation.rule.id, str(citation.value.period.start)), citation.value.display),),
        rule=citation,
    )

"""ST202 superseded-statement · 曾经成立、已被改变的说法。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import StatementClaim
from linter.finding import Severity, Step
from linter.judging.statement_rules import confidence, correction, is_excused, judge_statement, said, severity
from linter.messages import say


@check(code="ST202", name="superseded-statement", family="staleness", severity=Severity.WARNING, reads=StatementClaim)
def superseded_statement(claim: StatementClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的说法曾经成立,后来规定改了。

    A statement that was true once and has been overtaken by a later rule.

    为什么:转载旧稿时,「必须同一统筹区」「跨省还在试点」这类话最容易被原样留下。
    写明年份的历史叙述不算;成文时已经改变的是错误,成文后才改变的是警告。

    反例::

        医保个人账户家庭共济,双方必须在同一统筹区参保。

    正例::

        医保个人账户家庭共济,双方不必在同一统筹区参保。
        2022年,医保个人账户家庭共济的双方必须在同一统筹区参保。
    """
    if is_excused(claim):
        return
    judgement = judge_statement(claim, context)
    if judgement.family != "staleness" or judgement.holds is None:
        return
    says, right = said(claim), correction(claim, judgement)
    quote = claim.span.cut(context.document.visible)
    yield superseded_statement.finding(
        claim,
        say("staleness.superseded-statement", written=quote, says=says, holds=right),
        severity=severity(claim, judgement),
        confidence=confidence(claim),
        claim=(("statement", claim.statement), ("asserts", str(claim.asserts).lower())),
        expected=right.zh,
        verdict=judgement.verdict,
        proof=(Step("lookup", (judgement.holds.rule.id,), str(judgement.holds.value.truth).lower()),),
        rule=judgement.holds,
    )

"""RF203 false-statement · 与规定不符的说法。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import StatementClaim
from linter.finding import Severity, Step
from linter.judging.statement_rules import confidence, correction, is_excused, judge_statement, said, severity
from linter.messages import say


@check(code="RF203", name="false-statement", family="reference", severity=Severity.ERROR, reads=StatementClaim)
def false_statement(claim: StatementClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的说法与规定不符,而且从未成立过:谁可以、谁决定、要不要、能不能。

    A statement without a number that the rules have never borne out: who may, who decides, what is needed.

    为什么:这类错误没有数字可核对,读者却会照着去办事,或者因此放弃应有的待遇。
    曾经成立、后来被改掉的说法不归本检查管,见 ST202。写明是个别地方的做法不算。

    反例::

        医保家庭共济要求所有家庭成员都参加职工医保才能开通。

    正例::

        医保家庭共济的家庭成员参加职工医保或居民医保均可。
        有人说断缴后养老缴费年限会清零,这是误区。
    """
    if is_excused(claim):
        return
    judgement = judge_statement(claim, context)
    if judgement.family != "reference" or judgement.holds is None:
        if judgement.verdict.now == "right":
            yield Checked(claim.span, claim.statement)
        return
    says, right = said(claim), correction(claim, judgement)
    quote = claim.span.cut(context.document.visible)
    yield false_statement.finding(
        claim,
        say("conflict.false-statement", written=quote, says=says, holds=right),
        severity=severity(claim, judgement),
        confidence=confidence(claim),
        claim=(("statement", claim.statement), ("asserts", str(claim.asserts).lower())),
        expected=right.zh,
        verdict=judgement.verdict,
        proof=(Step("lookup", (judgement.holds.rule.id,), str(judgement.holds.value.truth).lower()),),
        rule=judgement.holds,
    )

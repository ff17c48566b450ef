"""RF201 relation-forbidden · 把可以共济的亲属说成不可以。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import RelativesClaim
from linter.finding import Evidence, Severity, Step
from linter.judging.kinship import admitted, excluded, judge_relatives, names, severity
from linter.messages import say


@check(code="RF201", name="relation-forbidden", family="reference", severity=Severity.ERROR, reads=RelativesClaim)
def relation_forbidden(claim: RelativesClaim, context: Context) -> Iterator[Outcome]:
    """
    文中说某些亲属不能共用医保个人账户,而规定从来没有把他们排除在外。

    Relatives who have always been admitted are said to be unable to share a medical account.

    为什么:读者照此办理,就不会给本来可以绑定的家人绑定。
    曾经正确、后来被放宽的名单不归本检查管,见 ST201。

    反例::

        医保家庭共济不可以绑定子女。

    正例::

        医保家庭共济可以绑定子女。
        医保家庭共济不包括配偶的父母。
    """
    if claim.stance not in ("only", "all", "forbidden"):
        return
    judgement = judge_relatives(claim, context)
    if judgement.holds is None or judgement.family != "reference":
        if judgement.verdict.now == "right":
            yield Checked(claim.span, "mutual_aid.kin")
        return
    kept_out = excluded(claim, judgement.holds.value)
    if not kept_out:
        return
    missing = names(kept_out)
    says = admitted(judgement.holds, context.region_name)
    quote = claim.span.cut(context.document.visible)
    yield relation_forbidden.finding(
        claim,
        say("conflict.relation-forbidden", written=quote, relatives=missing, holds=says),
        severity=severity(claim, judgement),
        evidence=tuple(Evidence("relative", span) for span in claim.kin_spans),
        claim=(("stance", claim.stance), ("kin", "+".join(sorted(claim.kin)))),
        expected=names(judgement.holds.value.members).zh,
        verdict=judgement.verdict,
        proof=(Step("member", tuple(sorted(kept_out)), judgement.holds.rule.id),),
        rule=judgement.holds,
    )

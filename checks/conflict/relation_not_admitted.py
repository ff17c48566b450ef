"""RF202 relation-not-admitted · 把不在范围内的亲属说成可以共济。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import RelativesClaim
from linter.finding import Confidence, Evidence, Severity, Step
from linter.judging.kinship import admitted, judge_relatives, named, names
from linter.messages import say


@check(code="RF202", name="relation-not-admitted", family="reference", severity=Severity.WARNING, reads=RelativesClaim)
def relation_not_admitted(claim: RelativesClaim, context: Context) -> Iterator[Outcome]:
    """
    文中把当时不在范围内的亲属列入可以共济的人:配偶的父母、儿媳、叔伯,或扩围以前的兄弟姐妹、祖孙。

    Relatives outside the circle of the time (parents-in-law, uncles; siblings before 2024) are said to share an account.

    为什么:近亲属是民法典规定的八类,姻亲和其他旁系亲属不在内,2024年扩围以前只有配偶、父母、子女。
    个别城市另有放宽,所以只是警告;写明是部分地区做法的,不算错。

    反例::

        医保家庭共济可以绑定配偶、父母、子女及配偶父母。

        2022年,医保家庭共济可以绑定兄弟姐妹。

    正例::

        医保家庭共济可以绑定配偶、父母、子女。
        医保家庭共济不能绑定配偶的父母。
    """
    if claim.stance == "forbidden" or claim.scope.has("condition"):
        return
    judgement = judge_relatives(_as_allowed(claim), context)
    if judgement.holds is None or judgement.family is None:
        return
    outside = named(claim, context.document.text) - judgement.holds.value.members
    if not outside:
        return
    says = admitted(judgement.holds, context.region_name)
    quote = claim.span.cut(context.document.visible)
    yield relation_not_admitted.finding(
        claim,
        say("conflict.relation-not-admitted", written=quote, relatives=names(outside), holds=says),
        severity=Severity.WARNING.at_most(judgement.cap),
        confidence=Confidence.MEDIUM,
        evidence=tuple(Evidence("relative", span) for span in claim.kin_spans),
        claim=(("stance", claim.stance), ("kin", "+".join(sorted(claim.kin)))),
        expected=names(judgement.holds.value.members).zh,
        verdict=judgement.verdict,
        proof=(Step("not_member", tuple(sorted(outside)), judgement.holds.rule.id),),
        rule=judgement.holds,
    )


def _as_allowed(claim: RelativesClaim) -> RelativesClaim:
    return RelativesClaim(claim.span, claim.context, claim.scope, claim.kin, "allowed", claim.kin_spans)

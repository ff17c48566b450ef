"""RF202 relation-not-admitted · 把不在范围内的亲属说成可以共济。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import RelativesClaim
from linter.finding import Confidence, Evidence, Message, Severity, Step
from linter.judging.kinship import admitted, judge_relatives, names


@check(code="RF202", name="relation-not-admitted", family="reference", severity=Severity.WARNING, reads=RelativesClaim)
def relation_not_admitted(claim: RelativesClaim, context: Context) -> Iterator[Outcome]:
    """
    文中把配偶的父母、儿媳、叔伯等列入可以共济的亲属,国家规定的近亲属没有他们。

    Relatives outside the national circle (parents-in-law, uncles) are listed as able to share a medical account.

    为什么:近亲属是民法典规定的八类,姻亲和其他旁系亲属不在内。个别城市另有放宽,所以只是警告。

    反例::

        医保家庭共济可以绑定配偶、父母、子女及配偶父母。

    正例::

        医保家庭共济可以绑定配偶、父母、子女。
        医保家庭共济不能绑定配偶的父母。
    """
    if claim.stance == "forbidden":
        return
    judgement = judge_relatives(_as_allowed(claim), context)
    if judgement.holds is None or judgement.family is None:
        return
    outside = claim.kin - judgement.holds.value.members
    if not outside & _NEVER_NEAR:
        return
    says = admitted(judgement.holds, context.region_name)
    quote = claim.span.cut(context.document.visible)
    yield relation_not_admitted.finding(
        claim,
        Message(
            f"文中称“{quote}”,但{names(outside).zh}不在国家规定的共济范围内:{says.zh}。",
            f"The text lets in {names(outside).en}, who are outside the national circle: {says.en}.",
        ),
        severity=Severity.WARNING.at_most(judgement.cap),
        confidence=Confidence.MEDIUM,
        evidence=tuple(Evidence("relative", span) for span in claim.kin_spans),
        claim=(("stance", claim.stance), ("kin", "+".join(sorted(claim.kin)))),
        expected=names(judgement.holds.value.members).zh,
        verdict=judgement.verdict,
        proof=(Step("not_member", tuple(sorted(outside)), judgement.holds.rule.id),),
        rule=judgement.holds,
    )


_NEVER_NEAR = frozenset({"parents_in_law", "children_in_law", "collateral"})


def _as_allowed(claim: RelativesClaim) -> RelativesClaim:
    return RelativesClaim(claim.span, claim.context, claim.scope, claim.kin, "allowed", claim.kin_spans)

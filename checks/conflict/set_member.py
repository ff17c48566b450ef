"""RF208 set-member · 把不在范围内的项目说成在内,或把在内的说成不在。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import MemberClaim
from linter.finding import Confidence, RuleCitation, Severity, Step
from linter.judging.rule_wording import since, source
from linter.judging.set_rules import item_names, judge_members, set_spec
from linter.messages import Message, say


@check(code="RF208", name="set-member", family="reference", severity=Severity.ERROR, reads=MemberClaim)
def set_member(claim: MemberClaim, context: Context) -> Iterator[Outcome]:
    """
    文中说某个项目在、或不在某个范围之内,与规定的名单不符。

    Something is said to belong, or not to belong, to a list that the rules lay down: what an account may pay, who is a
    near relative, what is a valid credential.

    为什么:读者照此以为能付的付不了,或者放弃本来可以付的。
    名单以外的项目只在名单是全部时才报,而且只是警告:各地可能另有放宽。

    反例::

        医保个人账户里的钱可以用来买跑步机。

    正例::

        医保个人账户不得用于体育健身。
        医保个人账户可以支付在定点药店购买药品的费用。
    """
    judgement = judge_members(claim, context)
    if judgement.holds is None or judgement.family is None:
        known = judgement.verdict.now == "right"
        yield Checked(claim.span, claim.set) if known else Unverifiable(claim.span, "no-rule")
        return
    added = claim.stance == "in" and not set_spec(claim.set).negates
    most = Severity.ERROR if claim.stance != "only" and not added else Severity.WARNING
    says, holds = _said(claim), _listed(claim, judgement.holds)
    quote = claim.span.cut(context.document.visible)
    yield set_member.finding(
        claim,
        say("conflict.set-member", written=quote, says=says, holds=holds),
        severity=judgement.severity.at_most(most),
        confidence=Confidence.MEDIUM,
        claim=(("set", claim.set), ("members", "+".join(sorted(claim.members))), ("stance", claim.stance)),
        expected=holds.zh,
        verdict=judgement.verdict,
        proof=(Step("member", tuple(sorted(claim.members)), judgement.holds.rule.id),),
        rule=judgement.holds,
    )


def _said(claim: MemberClaim) -> Message:
    spec, items = set_spec(claim.set), item_names(claim.set, claim.members)
    if claim.stance == "only":
        return say("conflict.set-is-only", set=spec.name, items=items)
    inside = (claim.stance == "in") != spec.negates
    return say("conflict.set-includes" if inside else "conflict.set-excludes", set=spec.name, items=items)


def _listed(claim: MemberClaim, citation: RuleCitation) -> Message:
    name, value = set_spec(claim.set).name, citation.value
    items = item_names(claim.set, value.members)
    return since(value, say("conflict.set-is", set=name, items=items, source=source(value.source)))

"""RF208 set-member · 把不在范围内的项目说成在内,或把在内的说成不在。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import MemberClaim
from linter.finding import Confidence, Message, RuleCitation, Severity, Step
from linter.judging.rule_wording import since, source
from linter.judging.set_rules import item_names, judge_members, set_spec


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
        Message(
            f"文中提到“{quote}”,等于说{says.zh},实际上:{holds.zh}。",
            f"The text says that {says.en}; in fact {holds.en}.",
        ),
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
        return Message(f"{spec.name.zh}只有{items.zh}", f"{spec.name.en} is no more than {items.en}")
    if (claim.stance == "in") != spec.negates:
        return Message(f"{items.zh}在“{spec.name.zh}”之内", f"{items.en} belongs to {spec.name.en}")
    return Message(f"{items.zh}不在“{spec.name.zh}”之内", f"{items.en} does not belong to {spec.name.en}")


def _listed(claim: MemberClaim, citation: RuleCitation) -> Message:
    name, value = set_spec(claim.set).name, citation.value
    start, cited, items = since(value), source(value.source), item_names(claim.set, value.members)
    return Message(f"{start.zh}{name.zh}:{items.zh}({cited})", f"{start.en}{name.en}: {items.en} ({cited})")

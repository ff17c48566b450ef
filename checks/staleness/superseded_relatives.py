"""ST201 superseded-relatives · 可共济亲属的名单已被放宽。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import RelativesClaim
from linter.finding import Confidence, Evidence, Severity, Step
from linter.judging.kinship import admitted, excluded, judge_relatives, names, severity
from linter.messages import say


@check(code="ST201", name="superseded-relatives", family="staleness", severity=Severity.WARNING, reads=RelativesClaim)
def superseded_relatives(claim: RelativesClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的共济亲属名单曾经正确,后来范围扩大了,名单已经过窄。

    A list of relatives who may share a medical account was right once; the circle has been widened since.

    为什么:2024年起共济范围由配偶、父母、子女扩大到近亲属,旧稿还在把祖孙和兄弟姐妹挡在门外。
    成文时已经放宽的是错误,成文后才放宽的是警告。只看排他的说法(仅限、不包括、完整名单)。

    反例::

        职工医保家庭共济仅限配偶、父母、子女使用。

    正例::

        2023年,职工医保家庭共济仅限配偶、父母、子女使用。
        职工医保家庭共济仅限近亲属使用。
    """
    if claim.stance not in ("only", "all", "forbidden"):
        return
    judgement = judge_relatives(claim, context)
    if judgement.holds is None or judgement.family != "staleness":
        return
    kept_out = excluded(claim, judgement.holds.value)
    if not kept_out:
        return
    missing = names(kept_out)
    says = admitted(judgement.holds, context.region_name)
    quote = claim.span.cut(context.document.visible)
    yield superseded_relatives.finding(
        claim,
        say("staleness.superseded-relatives", written=quote, relatives=missing, holds=says),
        severity=severity(claim, judgement),
        confidence=Confidence.MEDIUM if claim.stance == "all" else Confidence.HIGH,
        evidence=tuple(Evidence("relative", span) for span in claim.kin_spans),
        claim=(("stance", claim.stance), ("kin", "+".join(sorted(claim.kin)))),
        expected=names(judgement.holds.value.members).zh,
        verdict=judgement.verdict,
        proof=(Step("member", tuple(sorted(kept_out)), judgement.holds.rule.id),),
        rule=judgement.holds,
    )

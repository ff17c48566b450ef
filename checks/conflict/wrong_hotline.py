"""RF204 wrong-hotline · 服务电话写错。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import HotlineClaim
from linter.finding import Confidence, Severity, Step, Suggestion, Verdict
from linter.judging.hotline_services import TAKES_ALL_CALLS, hotline_service
from linter.judging.rule_wording import source
from linter.judging.verdicts import governing, judge
from linter.messages import say

_WHOLE_COUNTRY = "全国"


@check(code="RF204", name="wrong-hotline", family="reference", severity=Severity.ERROR, reads=HotlineClaim)
def wrong_hotline(claim: HotlineClaim, context: Context) -> Iterator[Outcome]:
    """
    文中给某项服务的电话,不是这项服务的电话。

    A phone number is given for a service that has another one.

    为什么:12333 是人社热线,查不了医保;读者打错电话,事情办不成。
    直呼「医保热线12333」是错误,只说咨询医保可拨 12333 是警告。社保卡(实体卡)挂失打 12333 是对的。
    政务热线 12345 各类诉求都接,写成某项服务的热线只作提示。

    反例::

        咨询请拨打全国统一的医保服务热线12333。

    正例::

        咨询请拨打医保服务热线12393。
        社保卡丢失可拨打12333挂失。
    """
    service = hotline_service(claim.service)
    rules = governing(context.reference, service.quantity, claim.scope.region, {})
    judgement = judge(rules, lambda value: claim.phone.digits in value.members, claim.scope, context.as_of)
    if judgement.holds is None or judgement.verdict.at_publication == "right":
        yield Checked(claim.span, service.quantity)
        return
    general = governing(context.reference, TAKES_ALL_CALLS, claim.scope.region, {}).here
    answers = service.general_too and _WHOLE_COUNTRY not in claim.context.cut(context.document.text)
    answers = answers and any(claim.phone.digits in each.members for rule in general for each in rule.values)
    most = Severity.INFO if answers else Severity.ERROR if service.named else Severity.WARNING
    right, cited = judgement.holds.value, source(judgement.holds.value.source)
    yield wrong_hotline.finding(
        claim,
        say(
            "conflict.wrong-hotline",
            phone=claim.phone.digits,
            service=service.name,
            right=right.text or "",
            source=cited,
        ),
        severity=most.at_most(judgement.cap),
        confidence=Confidence.HIGH if service.named else Confidence.MEDIUM,
        claim=(("service", claim.service), ("phone", claim.phone.digits)),
        expected=right.text,
        verdict=Verdict(judgement.verdict.at_publication, "wrong"),
        proof=(Step("not_member", (claim.phone.digits,), right.text or ""),),
        rule=judgement.holds,
        suggestion=Suggestion(claim.span, right.text or ""),
    )

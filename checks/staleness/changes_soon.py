"""ST103 changes-soon · 现在无误,已知将变。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import Claim
from linter.finding import Severity, Step, Verdict
from linter.foresight import Coming
from linter.messages import say


@check(code="ST103", name="changes-soon", family="staleness", severity=Severity.WARNING, reads=Claim, over="foresight")
def changes_soon(coming: Coming, context: Context) -> Iterator[Outcome]:
    """
    文中的话现在无误,但在预警期限(--horizon)之内将按已公布的规定或日期变得不对。

    Something that is right now and will be wrong before the horizon (--horizon) by what is already laid down.

    为什么:到了那一天,这句话就过时了;现在加上"截至某日"就能一直成立。同样的检查在以后的每个变动日再判一遍,
    报出从哪一天起不对、将改为多少。只有不知道以后如何的(数值只公布到某日),不算变化。
    不给期限就不预警;预警本身不使检查失败,除非用 --fail-on-stale。

    反例::

        职工基本养老保险最低缴费年限为15年。

    正例::

        2029年12月31日以前,职工基本养老保险最低缴费年限为15年。
    """
    then, day = coming.then, coming.day
    yield changes_soon.finding(
        then,
        say("staleness.changes-soon", day=day, message=then.message),
        severity=Severity.WARNING.at_most(then.severity),
        confidence=then.confidence,
        evidence=then.evidence,
        claim=(*then.claim, ("wrong_from", str(day)), ("becomes", then.code)),
        expected=then.expected,
        verdict=Verdict(then.verdict.at_publication, "right"),
        proof=(*then.proof, Step("compare", (str(context.as_of), str(day)), "before")),
        rule=then.rule,
    )

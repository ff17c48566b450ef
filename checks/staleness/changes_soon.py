"""ST103 value-changes-soon · 数值现在有效,已知将变。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import Severity
from linter.judging.value_findings import change_ahead, forecast_details
from linter.judging.value_rules import assess


@check(code="ST103", name="value-changes-soon", family="staleness", severity=Severity.INFO, reads=ValueClaim)
def changes_soon(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的数值现在有效,但一年之内将按已公布的规定改变。

    A number that is right now and is known to change within a year.

    为什么:到了那一天,这句话就过时了;现在加上"截至某日"就能一直成立。只作提示。

    反例::

        职工基本养老保险最低缴费年限为15年。

    正例::

        2029年12月31日以前,职工基本养老保险最低缴费年限为15年。
    """
    outcome = context.once(assess, claim)
    if isinstance(outcome, str):
        return
    ahead = change_ahead(claim, outcome, context.as_of)
    if ahead is not None:
        message, details = forecast_details(claim, ahead, context)
        yield changes_soon.finding(claim, message, **details)

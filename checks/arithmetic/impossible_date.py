"""AR201 impossible-date · 日历上没有的日期。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.dates.impossible_dates import CALENDAR
from linter.claims.model import DateClaim
from linter.finding import Severity, Step, Verdict
from linter.messages import say


@check(code="AR201", name="impossible-date", family="arithmetic", severity=Severity.ERROR, reads=DateClaim)
def impossible_date(claim: DateClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的日期在日历上不存在。

    The text gives a date that no calendar has.

    为什么:2月29日只有闰年才有,6月没有31日;截止日写错一天,读者就可能错过。

    反例::

        请在2025年2月29日前缴费。

    正例::

        请在2024年2月29日前缴费。
    """
    if claim.event != CALENDAR:
        return
    written = claim.span.cut(context.document.visible)
    yield impossible_date.finding(
        claim,
        say("arithmetic.impossible-date", written=written),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (written,), "none"),),
    )

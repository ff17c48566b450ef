"""CT208 period-inverted · 时间段的止日早于起日。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.dates.impossible_dates import INVERTED
from linter.claims.model import DateClaim
from linter.finding import Severity, Step, Verdict
from linter.messages import say


@check(code="CT208", name="period-inverted", family="contradiction", severity=Severity.ERROR, reads=DateClaim)
def period_inverted(claim: DateClaim, context: Context) -> Iterator[Outcome]:
    """
    一段时间的止日早于起日。

    A period ends before it begins.

    为什么:多半是年份抄错了一位,读者算不出这段时间是哪一段。

    反例::

        2024年9月1日至2024年8月31日的费用可以报销。

    正例::

        2024年9月1日至2025年8月31日的费用可以报销。
    """
    if claim.event != INVERTED:
        return
    written = claim.span.cut(context.document.visible)
    yield period_inverted.finding(
        claim,
        say("contradiction.period-inverted", written=written),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("compare", (written,), "end before start"),),
    )

"""ST102 earlier-value-for-stated-year · 写着新年份,用的是旧数。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import Severity
from linter.judging.value_findings import names_its_time, superseded_details
from linter.judging.value_rules import assess


@check(
    code="ST102", name="earlier-value-for-stated-year", family="staleness", severity=Severity.ERROR, reads=ValueClaim
)
def earlier_value_for_stated_year(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    文中写明了年份,给出的却是更早时期的数值。

    The text names a year and gives the value of an earlier time for it.

    为什么:每年更新标题、不更新数字的稿子就是这样来的。基数、补助标准、失业金一年一变,
    读者会以为看到的是当年的标准。

    反例::

        2025年,单位养老保险按20%缴纳。

    正例::

        2025年,单位养老保险按16%缴纳。
    """
    outcome = context.once(assess, claim)
    if isinstance(outcome, str) or outcome.judgement.family != "staleness" or not names_its_time(claim, outcome):
        return
    message, details = superseded_details(claim, outcome, context)
    yield earlier_value_for_stated_year.finding(claim, message, **details)

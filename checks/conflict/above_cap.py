"""RF103 above-cap · 高于规定的最高标准。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import Severity
from linter.judging.value_findings import conflict_details
from linter.judging.value_rules import assess


@check(code="RF103", name="above-cap", family="reference", severity=Severity.ERROR, reads=ValueClaim)
def above_cap(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的数值高于规定的最高标准,各地只能更低。

    A figure lies above the maximum that no place may exceed.

    为什么:失业保险金最长领取期限、个人费率等有全国统一的上限,超过上限的说法会让读者白等。
    曾经的上限见 ST101。

    反例::

        失业保险金最长可以领取48个月。

    正例::

        失业保险金最长可以领取24个月。
    """
    outcome = context.once(assess, claim)
    if not isinstance(outcome, str) and outcome.judgement.family == "reference" and outcome.kind == "cap":
        message, details = conflict_details(claim, outcome, context)
        yield above_cap.finding(claim, message, **details)

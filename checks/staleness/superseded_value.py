"""ST101 superseded-value · 数值已被新规定取代。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import Severity
from linter.judging.value_findings import names_its_time, superseded_details
from linter.judging.value_rules import assess


@check(code="ST101", name="superseded-value", family="staleness", severity=Severity.WARNING, reads=ValueClaim)
def superseded_value(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的数值曾经有效,现在(或成文时)已被新规定取代。

    A number that was right once and has been superseded.

    为什么:转载旧稿时最常见,读者按旧费率、旧基数测算,金额整体偏高或偏低。
    写明年份、而且那一年确实如此的,是历史,不报;写了新的年份却用旧数的,见 ST102。
    成文之后规定才变的,只作警告。

    反例::

        单位养老保险按20%缴纳。

    正例::

        2018年,单位养老保险按20%缴纳。
        2019年,单位养老保险按20%缴纳。
    """
    outcome = context.once(assess, claim)
    if isinstance(outcome, str) or outcome.judgement.family != "staleness" or names_its_time(claim, outcome):
        return
    message, details = superseded_details(claim, outcome, context)
    yield superseded_value.finding(claim, message, **details)

"""RF102 below-floor · 低于规定的最低标准。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import Severity
from linter.judging.value_findings import conflict_details
from linter.judging.value_rules import Assessment, assess


@check(code="RF102", name="below-floor", family="reference", severity=Severity.ERROR, reads=ValueClaim)
def below_floor(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的标准低于国家(或上级)规定的最低标准,各地只能更高。

    A figure lies below the minimum that every place must keep.

    为什么:居民医保个人缴费、财政补助、基础养老金等由国家定最低标准,地方可以提高,不能降低;
    低于最低标准的数,不是抄错就是多年前的旧数。往年的最低标准见 ST101。
    分档缴费(一档、二档)是各地自定的,没写明是哪里的档次不下结论。

    反例::

        2023年,城乡居民医保个人缴费标准为60元/年。

    正例::

        2023年,城乡居民医保个人缴费标准为500元/年。
    """
    outcome = context.once(assess, claim)
    if not isinstance(outcome, str) and outcome.judgement.family == "reference" and outcome.kind == "floor":
        message, details = conflict_details(claim, outcome, context)
        if _once_enough(claim, outcome):
            details["severity"] = details["severity"].at_most(Severity.WARNING)
        yield below_floor.finding(claim, message, **details)


def _once_enough(claim: ValueClaim, outcome: Assessment) -> bool:
    """True for a figure of no stated time that kept an earlier minimum: it may only have grown old."""
    holds = outcome.judgement.holds
    if holds is None or claim.scope.period is not None:
        return False
    lows = [interval.low for value in holds.rule.values for interval in value.accepts if interval.low is not None]
    return bool(lows) and claim.token.value >= min(lows)

"""RF101 value-conflict · 数值与有效规定不符。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import ValueClaim
from linter.finding import Severity
from linter.judging.value_findings import conflict_details
from linter.judging.value_rules import Assessment, assess


@check(code="RF101", name="value-conflict", family="reference", severity=Severity.ERROR, reads=ValueClaim)
def value_conflict(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    文中的费率、年限、金额等数值,与当时有效的规定不符,而且从来没有这样规定过。

    A number differs from the rule in force at the time the text speaks of, and was never right.

    为什么:读者会照着错的数缴费、备案、安排退休。曾经有效、后来被取代的数值不归本检查管,见 ST101;
    低于最低标准、高于最高标准的,见 RF102、RF103。
    当地的数值只用当地的规定来判;没有当地规定时不下结论。

    反例::

        职工养老保险单位缴费比例为26%。

    正例::

        职工养老保险单位缴费比例为16%。
    """
    outcome = context.once(assess, claim)
    if isinstance(outcome, str):
        yield Unverifiable(claim.span, outcome)
    elif outcome.judgement.family is None:
        yield _in_order(claim, outcome)
    elif outcome.judgement.family == "reference" and outcome.kind in ("value", "frame"):
        message, details = conflict_details(claim, outcome, context)
        yield value_conflict.finding(claim, message, **details)


def _in_order(claim: ValueClaim, outcome: Assessment) -> Outcome:
    verdict = outcome.judgement.verdict
    if "right" in (verdict.now, verdict.at_publication):
        return Checked(claim.span, outcome.rules.here[0].id)
    return Unverifiable(claim.span, "not-known")

"""RF210 payment-months-between · 退休年龄带月数,计发月数却不是折算的。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import RuleCitation, Severity, Step, Verdict
from linter.judging.rule_wording import source
from linter.judging.value_rules import NOT_ASSERTED
from linter.judging.verdicts import severity_cap
from linter.messages import say
from reference.display import plain
from reference.interval import Interval
from reference.schedules import PAYMENT_MONTHS, payment_months_between, payment_months_rule

_AGE = "age"


@check(code="RF210", name="payment-months-between", family="reference", severity=Severity.ERROR, reads=ValueClaim)
def payment_months_between_birthdays(claim: ValueClaim, context: Context) -> Iterator[Outcome]:
    """
    退休年龄带有月数时,文中的计发月数不是由相邻两个整岁折算的。

    For an age of years and months the months of the annuity are not those between the two birthdays.

    为什么:延迟退休后多数人不在生日当月退休;沿用整岁的计发月数,个人账户养老金会算少或算多。
    整岁的计发月数不归本检查管,见 RF101。

    反例::

        60岁3个月退休,个人账户养老金计发月数为139。

    正例::

        60岁3个月退休,个人账户养老金计发月数为137.3。
    """
    years, _, months = claim.facets.get(_AGE, "").partition("-")
    rule = payment_months_rule(context.reference)
    if claim.quantity != PAYMENT_MONTHS or not months or rule is None or claim.scope.has(*NOT_ASSERTED):
        return
    right = payment_months_between(context.reference, int(years), int(months))
    if right is None or right.low is None:
        return
    if right.widened(claim.token.step / 2).overlaps(Interval.point(claim.token.value)):
        yield Checked(claim.span, rule.id)
        return
    citation = RuleCitation(rule, rule.values[-1])
    written, expected = claim.span.cut(context.document.visible), plain(right.low)
    yield payment_months_between_birthdays.finding(
        claim,
        say(
            "conflict.payment-months-between",
            years=years,
            months=months,
            right=expected,
            written=written,
            source=source(citation.value.source),
        ),
        severity=Severity.ERROR.at_most(severity_cap(citation.value)),
        claim=(("age", claim.facets[_AGE]), ("stated", plain(claim.token.value))),
        expected=expected,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (rule.id, claim.facets[_AGE]), expected),),
        rule=citation,
    )

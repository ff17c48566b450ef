"""AR110 conversion-wrong · 年与月换算错误。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import ConversionClaim
from linter.finding import Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import decide
from linter.scan.tokens import Quantity
from reference.interval import Interval


@check(code="AR110", name="conversion-wrong", family="arithmetic", severity=Severity.ERROR, reads=ConversionClaim)
def conversion_wrong(claim: ConversionClaim, context: Context) -> Iterator[Outcome]:
    """
    同一段时间先写成几年几个月,再写成多少个月,两者不相等。

    One duration written in years and again in months does not convert.

    为什么:缴费年限、等待期差几个月,就可能差一次领取资格。

    反例::

        还差5年6个月,也就是56个月。

    正例::

        还差5年6个月,也就是66个月。
    """
    first_months, second_months = _months(claim.first), _months(claim.second)
    if first_months.overlaps(second_months):
        yield Checked(claim.second.span, "arithmetic")
        return
    cut = context.document.visible
    first, second = claim.first.span.cut(cut), claim.second.span.cut(cut)
    months = show(claim.first.value)
    yield conversion_wrong.finding(
        claim,
        say("arithmetic.conversion-wrong", first=first, right=months, written=second),
        evidence=(Evidence("base", claim.first.span), Evidence("result", claim.second.span)),
        expected=months,
        verdict=Verdict("wrong", "wrong"),
        proof=(decide("differ", claim.first.value, claim.second.value, claim.first.value * 0),),
    )


def _months(token: Quantity) -> Interval:
    """The months a duration stands for; 31.42年 was rounded to its last digit."""
    rounded = any(value != value.to_integral_value() for value in token.values)
    return token.interval.widened(token.step) if rounded else token.interval

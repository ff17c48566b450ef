"""AR105 annual-differs · 年金额不等于月金额的十二倍。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import INCONSISTENT, compare, show, tolerance
from linter.claims.calculations.slips import transposed
from linter.claims.model import AnnualClaim
from linter.finding import Evidence, Severity, Step, Suggestion, Verdict
from linter.messages import say
from linter.proof import calculate, decide
from reference.interval import Interval

_A_YEAR = 12


@check(code="AR105", name="annual-differs", family="arithmetic", severity=Severity.ERROR, reads=AnnualClaim)
def annual_differs(claim: AnnualClaim, context: Context) -> Iterator[Outcome]:
    """
    同一笔钱的年金额不等于月金额乘以 12。

    A yearly amount is not twelve times the monthly amount given with it.

    为什么:年缴额常常是手算的,抄错一位读者就会多备或少备一笔钱。
    两数接近十二倍,或者文中说明年数是月数加起来的(一年下来、全年合计)时才比。
    月数正好是年数的十二分之一写颠倒了两位时,标出的是月数。

    反例::

        每月划入150元,一年共1750元。

    正例::

        每月划入150元,一年共1800元。
    """
    twelve = calculate("multiply", claim.monthly.value, Decimal(_A_YEAR))
    result = Decimal(twelve.out)
    # 一年2409.8元(每月200.8元): the month was divided from the year, and rounded.
    rounded = claim.monthly.approximate or claim.monthly.span.start > claim.annual.span.start
    allowed = tolerance(claim.monthly) * _A_YEAR if rounded else Decimal(0)
    if compare(Interval.point(result).widened(allowed), claim.annual) != INCONSISTENT:
        yield Checked(claim.annual.span, "arithmetic")
        return
    cut = context.document.visible
    month, year = claim.monthly.span.cut(cut), claim.annual.span.cut(cut)
    share = calculate("divide", claim.annual.value, Decimal(_A_YEAR))
    if transposed(claim.monthly.value, Decimal(share.out)):
        yield _month_slipped(claim, share, month, year)
        return
    yield annual_differs.finding(
        claim,
        say("arithmetic.annual-differs", month=month, each=show(claim.monthly.value), right=show(result), year=year),
        span=claim.annual.span,
        evidence=(Evidence("monthly", claim.monthly.span), Evidence("annual", claim.annual.span)),
        expected=show(result),
        verdict=Verdict("wrong", "wrong"),
        proof=(twelve, decide("differ", result, claim.annual.value, tolerance(claim.annual) + allowed)),
        suggestion=Suggestion(claim.annual.span, year.replace(_digits(year), show(result))) if _digits(year) else None,
    )


def _month_slipped(claim: AnnualClaim, share: Step, month: str, year: str) -> Outcome:
    """The year is right and the month has two digits changed round."""
    right = Decimal(share.out)
    return annual_differs.finding(
        claim,
        say("arithmetic.monthly-differs", year=year, each=show(claim.annual.value), right=show(right), month=month),
        span=claim.monthly.span,
        evidence=(Evidence("monthly", claim.monthly.span), Evidence("annual", claim.annual.span)),
        expected=show(right),
        verdict=Verdict("wrong", "wrong"),
        proof=(share, decide("differ", right, claim.monthly.value, tolerance(claim.monthly))),
        suggestion=Suggestion(claim.monthly.span, month.replace(_digits(month), show(right)))
        if _digits(month)
        else None,
    )


def _digits(written: str) -> str:
    """The number at the start of a written amount, or "" where it is not in plain digits."""
    end = next((index for index, char in enumerate(written) if not (char.isdigit() or char in ".,")), len(written))
    return "" if written[end : end + 1] in ("万", "亿") else written[:end]

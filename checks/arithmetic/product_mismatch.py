"""AR102 product-mismatch · 基数乘费率不等于所写金额。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import (
    INCONSISTENT,
    compare,
    in_fractions,
    operand,
    product,
    show,
    show_interval,
    tolerance,
)
from linter.claims.model import ProductClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import Message, say
from linter.proof import calculate, decide
from linter.scan.tokens import Quantity
from reference.interval import Interval

_A_YEAR = 12


@check(code="AR102", name="product-mismatch", family="arithmetic", severity=Severity.ERROR, reads=ProductClaim)
def product_mismatch(claim: ProductClaim, context: Context) -> Iterator[Outcome]:
    """
    费率旁边写的金额,与"基数×费率"算出来的不一致。

    The amount written beside a contribution rate is not base × rate.

    为什么:金额多半是从别的基数、别的费率抄来的,读者会按错的数缴费。
    金额按月、按年都试算一遍;若金额正好等于同句另一个费率的结果,只作警告。

    反例::

        社保基数7000元,个人每月缴纳养老保险8%(506元)、医疗保险2%(140元)。

    正例::

        社保基数7000元,个人每月缴纳养老保险8%(560元)、医疗保险2%(140元)。
    """
    computed, base = product(claim), operand(claim.base)
    if any(_agrees(each, claim.amount) for each in (computed, computed * Interval.point(_A_YEAR))):
        yield Checked(claim.amount.span, "arithmetic")
        return
    swapped = next((rival for rival in claim.rivals if _agrees(base * in_fractions(rival), claim.amount)), None)
    total = computed * Interval.point(claim.months)
    cut = context.document.visible
    yield product_mismatch.finding(
        claim,
        say(
            "arithmetic.product-of-a-year-mismatch" if claim.months == _A_YEAR else "arithmetic.product-mismatch",
            base=show(claim.base.value),
            rate=claim.rate.span.cut(cut),
            right=show_interval(total),
            written=claim.amount.span.cut(cut),
        ),
        severity=Severity.WARNING if swapped else Severity.ERROR,
        confidence=Confidence.MEDIUM if swapped else Confidence.HIGH,
        evidence=(
            Evidence("base", claim.base.span),
            Evidence("rate", claim.rate.span),
            Evidence("amount", claim.amount.span),
        ),
        expected=show_interval(total),
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(claim, total),
        cause=_cause(claim, context, swapped),
    )


def _agrees(computed: Interval, amount: Quantity) -> bool:
    """For a range, each written end must agree with its own end of the computed range."""
    if not amount.is_range or computed.low is None or computed.high is None:
        return compare(computed, amount) != INCONSISTENT
    allowed = tolerance(amount)
    return abs(computed.low - amount.values[0]) <= allowed and abs(computed.high - amount.values[1]) <= allowed


def _proof(claim: ProductClaim, total: Interval) -> tuple[Step, ...]:
    base = operand(claim.base).low or Decimal(0)
    factors = [base, claim.rate.value / 100] + ([Decimal(_A_YEAR)] if claim.months == _A_YEAR else [])
    multiplied = calculate("multiply", *factors)
    if claim.rate.is_range or claim.amount.is_range:
        return (multiplied,)
    return multiplied, decide("differ", Decimal(multiplied.out), claim.amount.value, tolerance(claim.amount))


def _cause(claim: ProductClaim, context: Context, swapped: Quantity | None) -> Message | None:
    if swapped is not None:
        other = swapped.span.cut(context.document.visible)
        return say("cause.another-rate", other=other)
    return None

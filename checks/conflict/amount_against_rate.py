"""RF104 amount-against-rate · 金额与"基数×规定费率"不符。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import ImpliedAmountClaim
from linter.finding import Confidence, Evidence, Severity, Step, Suggestion
from linter.judging.implied_amounts import ExpectedAmount, expected_amount
from linter.judging.rule_wording import source
from linter.judging.value_wording import facet_name
from linter.messages import say
from linter.proof import calculate, decide

_SCHEMES = {"pension": "scheme.pension", "medical": "scheme.medical", "unemployment": "scheme.unemployment"}


@check(code="RF104", name="amount-against-rate", family="reference", severity=Severity.ERROR, reads=ImpliedAmountClaim)
def amount_against_rate(claim: ImpliedAmountClaim, context: Context) -> Iterator[Outcome]:
    """
    文中给了缴费基数和应缴金额、没写费率,金额却与按规定费率算出来的不符。

    An amount on a named base is not what the rate in force makes of it.

    为什么:读者看不出用的是哪个费率;多半是费率用错、用旧了,或者把几项合在了一起。
    同一段里写了费率的,由 AR102 核对算式,由 RF101 核对费率。费率由各地自定而没有收录的,不下结论。

    反例::

        缴费基数5000元,养老保险个人每月缴纳500元。

    正例::

        缴费基数5000元,养老保险个人每月缴纳400元。
    """
    outcome = expected_amount(claim, context.reference, context.as_of)
    if isinstance(outcome, str):
        yield Unverifiable(claim.amount.span, outcome)
    elif outcome.judgement.family is None:
        yield Checked(claim.amount.span, outcome.rule.id)
    else:
        yield _finding(claim, outcome, context)


def _finding(claim: ImpliedAmountClaim, expected: ExpectedAmount, context: Context) -> Outcome:
    cut = context.document.visible
    citation = expected.citation
    rate = citation.value.display
    amount, base, right = claim.amount.span.cut(cut), show(claim.base.value), show(expected.amount)
    return amount_against_rate.finding(
        claim,
        say(
            "conflict.amount-against-rate",
            base=base,
            scheme=say(_SCHEMES[claim.scheme]),
            payer=facet_name("payer", claim.facets["payer"]),
            rate=rate,
            source=source(citation.value.source),
            calculation=f"{base}×{rate}×12" if claim.months > 1 else f"{base}×{rate}",
            right=right,
            written=amount,
        ),
        span=claim.amount.span,
        severity=expected.judgement.severity.at_most(
            Severity.WARNING if claim.scope.has("example") else Severity.ERROR
        ),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("base", claim.base.span), Evidence("amount", claim.amount.span)),
        expected=right,
        verdict=expected.judgement.verdict,
        proof=(
            Step("lookup", (citation.rule.id, str(citation.value.period.start)), rate),
            calculate("multiply", claim.base.value, *expected.factors),
            decide("differ", expected.amount, claim.amount.value, expected.tolerance),
        ),
        rule=citation,
        suggestion=Suggestion(claim.amount.span, amount.replace(show(claim.amount.value), right)),
    )

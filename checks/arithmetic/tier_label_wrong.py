"""AR106 tier-label-wrong · 档次标签与金额不成比例。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import TierClaim
from linter.finding import Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import calculate, decide

# Floors are published figures and not always exactly a share of the average: labels within this ratio are fine.
_SLACK = Decimal("0.05")


@check(code="AR106", name="tier-label-wrong", family="arithmetic", severity=Severity.ERROR, reads=TierClaim)
def tier_label_wrong(claim: TierClaim, context: Context) -> Iterator[Outcome]:
    """
    各档金额与档次百分比不成比例,例如把 300% 档的金额标成 100% 档。

    Amounts are not in proportion to the tier labels they carry.

    为什么:档次标签错了,读者会以为自己选的是平均水平,实际缴的是封顶。
    各地下限并不正好是平均工资的 60%,所以留 5% 的余地。

    反例::

        每月缴费从720元(60%档次)到3600元(100%档次)。

    正例::

        每月缴费从720元(60%档次)到1200元(100%档次)。
    """
    labelled = zip(claim.tiers, claim.places, strict=True)
    wholes = [
        (amount, tier, amount.value / tier.value * 100, place)
        for (amount, tier), place in labelled
        if tier.value and amount.value
    ]
    if not wholes:
        return
    implied_wholes = [whole for _, _, whole, _ in wholes]
    best = max(wholes, key=lambda item: _friends(item[2], implied_wholes))
    outliers = [item for item in wholes if abs(item[2] - best[2]) > best[2] * _SLACK]
    yield from (Checked(item[0].span, "arithmetic") for item in wholes if item not in outliers)
    for amount, tier, _, place in outliers:
        cut = context.document.visible
        share = calculate("divide", amount.value, best[2] / 100)
        implied = Decimal(share.out).quantize(Decimal(1))
        yield tier_label_wrong.finding(
            claim,
            say(
                "arithmetic.tier-label-wrong",
                written=amount.span.cut(cut),
                tier=tier.span.cut(cut),
                other=best[0].span.cut(cut),
                other_tier=best[1].span.cut(cut),
                implied=show(implied),
            ),
            span=place,
            evidence=tuple(Evidence("tier", each) for _, _, _, each in wholes),
            expected=f"{implied}%",
            verdict=Verdict("wrong", "wrong"),
            proof=(share, decide("differ", Decimal(share.out), tier.value, tier.value * _SLACK)),
        )


def _friends(whole: Decimal, others: list[Decimal]) -> int:
    """How many of the amounts imply the same whole."""
    return sum(abs(other - whole) <= whole * _SLACK for other in others)

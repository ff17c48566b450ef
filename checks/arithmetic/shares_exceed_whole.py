"""AR107 shares-exceed-whole · 报销与自付相加不是百分之百。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import SharesClaim
from linter.finding import Confidence, Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import calculate, decide

_WHOLE = Decimal(100)


@check(code="AR107", name="shares-exceed-whole", family="arithmetic", severity=Severity.WARNING, reads=SharesClaim)
def shares_exceed_whole(claim: SharesClaim, context: Context) -> Iterator[Outcome]:
    """
    并列的两份(报销与自付,或单位与个人)相加不是整体。

    Two shares of one whole (paid and borne, or employer and employee) do not add up to it.

    为什么:两个比例是一笔费用的两份,相加不是全额,至少有一个写错。
    起付线以下和目录外的费用不在此列,所以只作警告。

    反例::

        三级医院报销80%(自付30%)。

    正例::

        三级医院报销80%(自付20%)。
    """
    added = calculate("add", claim.paid.value, claim.borne.value)
    allowed = claim.paid.step + claim.borne.step if claim.paid.approximate or claim.borne.approximate else Decimal(0)
    if abs(Decimal(added.out) - _WHOLE) <= allowed:
        yield Checked(claim.paid.span, "arithmetic")
        return
    cut = context.document.visible
    paid, borne = claim.paid.span.cut(cut), claim.borne.span.cut(cut)
    yield shares_exceed_whole.finding(
        claim,
        say("arithmetic.shares-exceed-whole", paid=paid, borne=borne, sum=added.out),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("part", claim.paid.span), Evidence("part", claim.borne.span)),
        verdict=Verdict("wrong", "wrong"),
        proof=(added, decide("differ", Decimal(added.out), _WHOLE, allowed)),
    )

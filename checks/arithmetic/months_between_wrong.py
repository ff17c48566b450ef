"""AR112 months-between-wrong · 起止年月之间的时长算错。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import TimeSpanClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.messages import say
from linter.proof import calculate, decide

_ONE = Decimal(1)


@check(code="AR112", name="months-between-wrong", family="arithmetic", severity=Severity.ERROR, reads=TimeSpanClaim)
def months_between_wrong(claim: TimeSpanClaim, context: Context) -> Iterator[Outcome]:
    """
    从某年某月到某年某月的时长,与文中写的年数、月数不符。

    A time from one month to another is not as long as the text says.

    为什么:缴费年限多数一年,读者会以为自己够了条件。
    首尾两个月都算或只算一个都可以;只写整年的,按年取整。时长写少了可能是中间断缴,文中说了连续才报。

    反例::

        2010年3月至2022年8月,累计13年6个月。

    正例::

        2010年3月至2022年8月,累计12年6个月。
    """
    with_both = calculate("add", Decimal(claim.months), _ONE)
    fewest, most = Decimal(claim.months), Decimal(with_both.out)
    stated, step = claim.stated.value, claim.stated.step
    over, under = stated - most, fewest - stated
    too_long, too_short = over > step - _ONE, under > step - _ONE
    if not too_long and not (too_short and claim.unbroken):
        yield Checked(claim.stated.span, "arithmetic")
        return
    cut = context.document.visible
    ends, written = claim.ends.cut(cut), claim.stated.span.cut(cut)
    yield months_between_wrong.finding(
        claim,
        say("arithmetic.months-between-wrong", ends=ends, right=show(most), written=written, months=show(stated)),
        evidence=(Evidence("base", claim.ends), Evidence("result", claim.stated.span)),
        expected=show(most),
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(claim, with_both, too_long),
    )


def _proof(claim: TimeSpanClaim, with_both: Step, too_long: bool) -> tuple[Step, ...]:
    """The months with both ends, and that what is written is more, or that they are more than it."""
    stated, slack = claim.stated.value, claim.stated.step - _ONE
    if too_long:
        limit = calculate("add", Decimal(with_both.out), slack)
        return with_both, limit, decide("exceed", stated, Decimal(limit.out))
    limit = calculate("subtract", Decimal(claim.months), slack)
    return limit, decide("exceed", Decimal(limit.out), stated)

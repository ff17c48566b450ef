"""CT106 retold-with-swapped-digits · 同一个数再提到时两位数字颠倒,或者错了一位。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import RetoldClaim
from linter.finding import Confidence, Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import decide


@check(
    code="CT106",
    name="retold-with-swapped-digits",
    family="contradiction",
    severity=Severity.WARNING,
    reads=RetoldClaim,
)
def retold_with_swapped_digits(claim: RetoldClaim, context: Context) -> Iterator[Outcome]:
    """
    前面算出的、或多次写过的数,再提到时相邻两位数字颠倒,或者四位以上的数错了一位。

    A figure that the text calculates or repeats is told once more with two neighbouring digits changed round, or one wrong.

    为什么:照着底稿再抄一遍时最容易写反,读者不知道该信哪个。
    这个数只出现一次、也不能由别的数算出,而且险种、缴费人、人物、地区、年份都分不开两者时才报。

    反例::

        小方的缴费基数是6350元,单位养老6350×16%=1016元。全年都按6530元这个基数扣缴。

    正例::

        小方的缴费基数是6350元,单位养老6350×16%=1016元。全年都按6350元这个基数扣缴。
    """
    cut = context.document.visible
    first, again = claim.first.span.cut(cut), claim.again.span.cut(cut)
    yield retold_with_swapped_digits.finding(
        claim,
        say("contradiction.retold-with-swapped-digits", written=again, elsewhere=first),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", claim.first.span),),
        expected=show(claim.first.value),
        verdict=Verdict("wrong", "wrong"),
        proof=(decide("differ", claim.first.value, claim.again.value, Decimal(0)),),
    )

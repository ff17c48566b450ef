"""AR108 range-inverted · 区间首尾写反。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import RangeClaim
from linter.finding import Confidence, Severity, Verdict
from linter.messages import say
from linter.proof import decide
from linter.scan.tokens import Unit

_MEASURED = frozenset({Unit.YUAN, Unit.PERCENT})
# 从35283元到6821元 and …之间 name two ends in any order; only a dash promises low to high.
_EITHER_ORDER = ("到", "至", "和")
_BETWEEN = ("之间", "不等")


@check(code="AR108", name="range-inverted", family="arithmetic", severity=Severity.WARNING, reads=RangeClaim)
def range_inverted(claim: RangeClaim, context: Context) -> Iterator[Outcome]:
    """
    区间的前一个数比后一个数大,多半漏了一位数字或抄反了。

    A range runs from a higher number to a lower one.

    为什么:写成"9000-1200元"时,读者不知道是首尾写反,还是少写了一位。
    "从高到低"的叙述和"……之间"不报。

    反例::

        每月缴费9000-1200元。

    正例::

        每月缴费900-1200元。
    """
    low, high = claim.token.values
    if claim.token.unit not in _MEASURED:
        return
    document = context.document
    written = claim.span.cut(document.text)
    after = document.text[claim.span.end : claim.span.end + 2]
    if low <= high or any(word in written for word in _EITHER_ORDER) or after.startswith(_BETWEEN):
        yield Checked(claim.span, "arithmetic")
        return
    quote = claim.span.cut(document.visible)
    yield range_inverted.finding(
        claim,
        say("arithmetic.range-inverted", written=quote),
        confidence=Confidence.MEDIUM,
        verdict=Verdict("wrong", "wrong"),
        proof=(decide("exceed", low, high),),
    )

"""RF107 order-of-magnitude · 金额差了一万倍。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import MagnitudeClaim
from linter.document import Document
from linter.finding import Confidence, Severity, Step, Suggestion, Verdict
from linter.judging.magnitudes import Misscaled, misscaled
from linter.judging.rule_wording import source
from linter.judging.value_wording import subject
from linter.judging.verdicts import severity_cap
from linter.messages import Message, say
from linter.proof import calculate


@check(code="RF107", name="order-of-magnitude", family="reference", severity=Severity.ERROR, reads=MagnitudeClaim)
def order_of_magnitude(claim: MagnitudeClaim, context: Context) -> Iterator[Outcome]:
    """
    金额的数字是对的,数量级却差了一万倍:漏写或多写了“万”。

    The digits of a sum are right, its order of magnitude is off by ten thousand: 万 was lost or added.

    为什么:从“108.376万元”抄成“108.376元”很常见,读者一眼未必看得出。数字与规定相符的报错误;
    只是数量级落在各地历年数值之外、补上“万”才落在其中的,报警告。

    反例::

        2025年,一次性工亡补助金标准为108.376元。

    正例::

        2025年,一次性工亡补助金标准为108.376万元。
    """
    found = misscaled(claim, context.reference)
    if found is None:
        yield Unverifiable(claim.span, "no-rule")
        return
    yield _finding(claim, found, context.document)


def _finding(claim: MagnitudeClaim, found: Misscaled, document: Document) -> Outcome:
    quote, about, right = claim.span.cut(document.visible), subject(claim.meant), _right(found)
    meant = quote.replace("元", "万元", 1) if claim.factor > 1 else quote.replace("万", "", 1)
    written = claim.meant.token.value / claim.factor
    value = None if found.citation is None else found.citation.value
    lookup = claim.meant.quantity if found.citation is None else found.citation.rule.id
    return order_of_magnitude.finding(
        claim,
        say("conflict.order-of-magnitude", about=about, written=quote, holds=right),
        severity=Severity.WARNING if value is None else severity_cap(value),
        confidence=Confidence.MEDIUM if value is None else Confidence.HIGH,
        claim=(("quantity", claim.meant.quantity), ("value", format(written, "f"))),
        expected=meant if value is None else value.display,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (lookup,), right.zh), calculate("multiply", written, claim.factor)),
        rule=found.citation,
        suggestion=Suggestion(claim.span, meant),
        cause=say("cause.ten-thousand-lost" if claim.factor > 1 else "cause.ten-thousand-added"),
    )


def _right(found: Misscaled) -> Message:
    """What the sum should be, or between which ones all known sums of the kind lie."""
    if found.citation is not None:
        display, cited = found.citation.value.display, source(found.citation.value.source)
        return say("conflict.magnitude-right", right=display, source=cited)
    low, high = (show(end or Decimal(0)) for end in (found.known.low, found.known.high))
    return say("conflict.magnitude-known", low=low, high=high)

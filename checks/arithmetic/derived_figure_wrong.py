"""AR111 derived-figure-wrong · 由前文数字推出的金额算错。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.consistency import show, tolerance
from linter.claims.model import DerivedClaim
from linter.claims.slips import transposed
from linter.finding import Evidence, Message, Severity, Verdict
from linter.proof import calculate, decide

_SIGNS = {"add": "+", "subtract": "-", "multiply": "×"}


@check(code="AR111", name="derived-figure-wrong", family="arithmetic", severity=Severity.ERROR, reads=DerivedClaim)
def derived_figure_wrong(claim: DerivedClaim, context: Context) -> Iterator[Outcome]:
    """
    没有列出算式、但由前文的数字推出来的金额不对:几个月的合计、剩余、差额、涨幅。

    A sum that follows from figures before it (months times amount, what is left, the difference) is not what they give.

    为什么:金额与个数隔着一句话,作者和编辑都容易漏核;数字颠倒也多出在这里。
    单价、个数写得清楚的,算错就报;其余的,只有恰好是正确结果的两位数字颠倒才报。

    反例::

        一个月1380元,交三个月就是4410元。

    正例::

        一个月1380元,交三个月就是4140元。
    """
    step = calculate(claim.op, *_inputs(claim))
    right = Decimal(step.out)
    allowed = tolerance(claim.result)
    if abs(right - claim.result.value) <= allowed:
        yield Checked(claim.result.span, "arithmetic")
        return
    written = claim.result.span.cut(context.document.visible)
    calculation = _SIGNS[claim.op].join(show(value) for value in _inputs(claim))
    yield derived_figure_wrong.finding(
        claim,
        Message(
            f"按前文的数字,{calculation}={show(right)} 元,文中写作 {written}。",
            f"By the figures before it, {calculation} = {show(right)} yuan; the text says {written}.",
        ),
        evidence=(
            *(Evidence("operand", token.span) for token in claim.operands),
            Evidence("result", claim.result.span),
        ),
        expected=show(right),
        verdict=Verdict("wrong", "wrong"),
        proof=(step, decide("differ", right, claim.result.value, allowed)),
        cause=_cause(claim.result.value, right),
    )


def _inputs(claim: DerivedClaim) -> tuple[Decimal, ...]:
    factor = (Decimal(claim.months),) if claim.months else ()
    return (*(token.value for token in claim.operands), *factor)


def _cause(written: Decimal, right: Decimal) -> Message | None:
    if not transposed(written, right):
        return None
    return Message(f"可能是 {show(right)} 的数字颠倒。", f"Probably {show(right)} with its digits swapped.")

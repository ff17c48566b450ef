"""RF106 base-outside-limits · 用超过上限的基数计算缴费。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import CalculatedBaseClaim
from linter.finding import Confidence, Evidence, Severity, Step
from linter.judging.rule_wording import source
from linter.judging.verdicts import Governing, Judgement, governing, judge
from linter.messages import Word, say
from linter.proof import calculate, decide
from reference.model import Reference, Value

_CAP = "contribution.base_cap"
_NOT_ASSERTED = ("hypothetical", "hearsay", "question", "plan", "history")
_ROUNDING = Decimal(5)
# An example may round the cap: 19700 for 19603.
_ROUND_NUMBER = Decimal("1.01")


@check(code="RF106", name="base-outside-limits", family="reference", severity=Severity.ERROR, reads=CalculatedBaseClaim)
def base_outside_limits(claim: CalculatedBaseClaim, context: Context) -> Iterator[Outcome]:
    """
    按高于当地缴费基数上限的金额计算缴费;超过上限的部分不计入基数。

    A contribution is calculated on a base above the cap of the place and year.

    为什么:高收入者的例子常常忘了封顶,直接拿工资乘费率,算出来的扣款比实际多。

    反例::

        北京2025年10月,总监月薪50000元,养老保险个人每月扣50000×8%=4000元。

    正例::

        北京2025年10月,总监月薪30000元,养老保险个人每月扣30000×8%=2400元。
    """
    if claim.scope.has(*_NOT_ASSERTED) or claim.scope.region is None:
        yield Unverifiable(claim.base.span, "hypothetical" if claim.scope.region else "no-local-rule")
        return
    judgement = _judged(claim, context.reference, context)
    if judgement is None:
        yield Unverifiable(claim.base.span, "no-local-rule")
        return
    if judgement.family is None or judgement.holds is None:
        yield Checked(claim.base.span, _CAP)
        return
    yield _finding(claim, judgement, context)


def _judged(claim: CalculatedBaseClaim, reference: Reference, context: Context) -> Judgement | None:
    here = [rule for rule in governing(reference, _CAP, claim.scope.region, {}).here if rule.kind == "value"][:1]

    def agrees(value: Value) -> bool:
        return any(_top(interval.high, claim) >= claim.base.value for interval in value.accepts)

    return judge(Governing(tuple(here)), agrees, claim.scope, context.as_of) if here else None


def _top(high: Decimal | None, claim: CalculatedBaseClaim) -> Decimal:
    if high is None:
        return Decimal("Infinity")
    return high * _ROUND_NUMBER if claim.scope.has("example") else high + _ROUNDING


def _finding(claim: CalculatedBaseClaim, judgement: Judgement, context: Context) -> Outcome:
    cut = context.document.visible
    assert judgement.holds is not None
    citation = judgement.holds
    cap = max(interval.high or Decimal(0) for interval in citation.value.accepts)
    words: dict[str, Word] = {
        "base": show(claim.base.value),
        "place": context.region_name(citation.rule.region),
        "cap": show(cap),
        "source": source(citation.value.source),
    }
    message = say("conflict.base-above-cap", **words)
    proof: tuple[Step, ...] = ()
    if claim.rate is not None:
        on_cap, rate = calculate("multiply", cap, claim.rate.value / 100), claim.rate.span.cut(cut)
        message = say("conflict.amount-above-cap", **words, rate=rate, right=show(Decimal(on_cap.out)))
        proof = (on_cap,)
    return base_outside_limits.finding(
        claim,
        message,
        span=claim.base.span.joined((claim.amount or claim.base).span),
        severity=judgement.severity.at_most(
            Severity.WARNING if claim.scope.has("example", "condition", "supposed") else Severity.ERROR
        ),
        confidence=Confidence.MEDIUM,
        evidence=tuple(
            Evidence(role, token.span) for role, token in (("base", claim.base), ("rate", claim.rate)) if token
        ),
        expected=show(cap),
        verdict=judgement.verdict,
        proof=(
            Step("lookup", (citation.rule.id, str(citation.value.period.start)), show(cap)),
            decide("exceed", claim.base.value, cap),
            *proof,
        ),
        rule=citation,
    )

"""AR103 total-differs · 合计与分项之和不等。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import (
    INCONSISTENT,
    compare,
    in_fractions,
    operand,
    show,
    show_interval,
    tolerance,
)
from linter.claims.calculations.slips import transposed
from linter.claims.model import TotalClaim
from linter.finding import Evidence, Finding, Severity, Step, Verdict
from linter.messages import Message, say
from linter.proof import calculate, decide
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

_UNITS = {Unit.PERCENT: "unit.percent", Unit.DAYS: "unit.days", Unit.NONE: "unit.bare"}


@check(code="AR103", name="total-differs", family="arithmetic", severity=Severity.ERROR, reads=TotalClaim)
def total_differs(claim: TotalClaim, context: Context) -> Iterator[Outcome]:
    """
    合计数与列出的分项之和不一致:分项可以在同一句、前一句,也可以在上面的列表或表格里。

    A total is not the sum of its parts: in its sentence or the one before, in the list or the table above.

    为什么:合计是读者最先看的数;常见的错法是漏加一项,或把单独一项当成合计。
    分项没有列全时(如"等""其中"),只有分项之和已经超过合计才报。

    反例::

        个人每月约560元(养老560元+医疗140元+失业35元)。
        基数7000元,个人每月约560元(养老8%+医疗2%+失业0.5%)。

    正例::

        个人每月约735元(养老560元+医疗140元+失业35元)。
    """
    computed = _sum(claim)
    if computed.low is None or computed.high is None:
        return
    total = _plain(claim.total)
    exceeds = computed.low > max(total.values)
    agrees = compare(computed, total) != INCONSISTENT and not _is_other_rate(claim, computed)
    if agrees or not (claim.closed or exceeds):
        yield Checked(claim.total.span, "arithmetic")
        return
    yield _finding(claim, context, computed)


def _finding(claim: TotalClaim, context: Context, computed: Interval) -> Finding:
    cut = context.document.visible
    parts = "+".join(part.token.span.cut(cut).strip() for part in claim.parts)
    result = show_interval(computed * Interval.point(100) if claim.total.unit is Unit.PERCENT else computed)
    base = f"{show(claim.base.value)}×({parts})" if claim.base else parts
    written = claim.total.span.cut(cut)
    unit = _UNITS.get(claim.total.unit, "unit.yuan")
    evidence = [Evidence("total", claim.total.span), *(Evidence("part", part.token.span) for part in claim.parts)]
    if claim.base:
        evidence.insert(1, Evidence("base", claim.base.span))
    return total_differs.finding(
        claim,
        say("arithmetic.total-differs", parts=base, sum=say(unit, number=result), written=written),
        span=claim.total.span,
        evidence=tuple(evidence),
        expected=result,
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(claim, computed),
        cause=_cause(claim) or _slip(claim, computed),
    )


def _sum(claim: TotalClaim) -> Interval:
    total = Interval.point(0)
    for part in claim.parts:
        total = total + in_fractions(part.token)
    return total * operand(claim.base) if claim.base else total


def _is_other_rate(claim: TotalClaim, computed: Interval) -> bool:
    """True where rates add up to another one: nobody rounds 24% to 25%."""
    total = claim.total
    if total.unit is not Unit.PERCENT or total.approximate or total.is_range or computed.low is None:
        return False
    return computed.low == computed.high and abs(computed.low * 100 - total.value) > total.step / 2


def _plain(total: Quantity) -> Quantity:
    if total.unit is not Unit.PERCENT:
        return total
    values = tuple(value / 100 for value in total.values)
    return Quantity(total.span, Unit.NONE, values, in_fractions(total), total.step / 100, total.approximate)


def _proof(claim: TotalClaim, computed: Interval) -> tuple[Step, ...]:
    if computed.low != computed.high or claim.total.is_range:
        return (Step("sum", tuple(show(part.token.value) for part in claim.parts), show_interval(computed)),)
    scale = Decimal(100) if claim.parts[0].token.unit is Unit.PERCENT else Decimal(1)
    steps = [calculate("add", *(part.token.value / scale for part in claim.parts))]
    if claim.base:
        steps.append(calculate("multiply", Decimal(steps[-1].out), operand(claim.base).low or Decimal(0)))
    plain = _plain(claim.total)
    return *steps, decide("differ", Decimal(steps[-1].out), plain.value, tolerance(plain))


def _cause(claim: TotalClaim) -> Message | None:
    """The total is one part alone."""
    base = operand(claim.base).low if claim.base else None
    for part in claim.parts:
        alone = part.token.value if base is None else base * part.token.value / 100
        if abs(alone - claim.total.value) <= tolerance(claim.total):
            return say("cause.one-part-alone", part=part.label)
    return None


def _slip(claim: TotalClaim, computed: Interval) -> Message | None:
    """The total is the right one with two digits changed round."""
    scale = Decimal(100) if claim.total.unit is Unit.PERCENT else Decimal(1)
    right = (computed.low or Decimal(0)) * scale
    if computed.low != computed.high or not transposed(claim.total.value, right):
        return None
    return say("cause.digits-swapped", right=show(right))

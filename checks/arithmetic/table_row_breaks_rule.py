"""AR109 table-row-breaks-rule · 表中一行不符合其余各行的算法。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.calculations.consistency import INCONSISTENT, compare, show, tolerance
from linter.claims.model import ColumnClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import say
from linter.proof import calculate, decide
from linter.scan.tokens import Unit
from reference.interval import Interval

# So many rows that agree make an error; fewer, with a rate the text states, a warning.
_ENOUGH = 3
_HUNDRED = Decimal(100)


@check(code="AR109", name="table-row-breaks-rule", family="arithmetic", severity=Severity.ERROR, reads=ColumnClaim)
def table_row_breaks_rule(claim: ColumnClaim, context: Context) -> Iterator[Outcome]:
    """
    表格里一列本是另一列的若干倍,或是另两列之和,只有一行对不上;分档、分行列出的基数和缴费额也一样。

    One column is a multiple of another, or the sum of two, in every row but this; tiers in a list and lines alike count as rows.

    为什么:整张表按同一个公式算出来,只有一行不合,多半是这一行抄错了数字。
    至少三行相符、且只有一行不符时才报;分档列表里,文中写明了费率的,有一档相符即作警告。

    反例::

        | 等级 | 月数 | 金额(元) |
        | --- | --- | --- |
        | 七级 | 13 | 78000 |
        | 八级 | 11 | 66000 |
        | 九级 | 9 | 45000 |
        | 十级 | 7 | 42000 |

    正例::

        | 等级 | 月数 | 金额(元) |
        | --- | --- | --- |
        | 七级 | 13 | 78000 |
        | 八级 | 11 | 66000 |
        | 九级 | 9 | 54000 |
        | 十级 | 7 | 42000 |
    """
    step = _calculated(claim)
    result = Decimal(step.out)
    if compare(Interval.point(result), claim.result) != INCONSISTENT:
        yield Checked(claim.result.span, "arithmetic")
        return
    enough = claim.agreeing >= _ENOUGH
    written = claim.result.span.cut(context.document.visible)
    calculation = _shown(claim)
    yield table_row_breaks_rule.finding(
        claim,
        say(
            "arithmetic.table-row-breaks-rule",
            rows=claim.agreeing,
            calculation=calculation,
            right=show(result),
            written=written,
        ),
        severity=Severity.ERROR if enough else Severity.WARNING,
        confidence=Confidence.HIGH if enough else Confidence.MEDIUM,
        evidence=(*(Evidence("factor", each.span) for each in claim.given), Evidence("result", claim.result.span)),
        expected=show(result),
        verdict=Verdict("wrong", "wrong"),
        proof=(step, decide("differ", result, claim.result.value, tolerance(claim.result))),
    )


def _calculated(claim: ColumnClaim) -> Step:
    values = [each.value for each in claim.given]
    return calculate("add", *values) if claim.factor is None else calculate("multiply", *values, claim.factor)


def _shown(claim: ColumnClaim) -> str:
    values = [show(each.value) for each in claim.given]
    if claim.given[0].unit is Unit.PERCENT and claim.factor is not None:
        return f"{show(claim.factor * _HUNDRED)}×{values[0]}%"
    return "+".join(values) if claim.factor is None else f"{values[0]}×{show(claim.factor)}"

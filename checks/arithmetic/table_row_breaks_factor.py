"""AR109 table-row-breaks-factor · 表中一行不符合其余各行的倍数关系。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.consistency import INCONSISTENT, compare, show, tolerance
from linter.claims.model import ColumnClaim
from linter.finding import Evidence, Message, Severity, Verdict
from linter.proof import calculate, judge
from reference.interval import Interval


@check(code="AR109", name="table-row-breaks-factor", family="arithmetic", severity=Severity.ERROR, reads=ColumnClaim)
def table_row_breaks_factor(claim: ColumnClaim, context: Context) -> Iterator[Outcome]:
    """
    表格两列之间本是同一个倍数,只有一行对不上。

    Two columns of a table keep one factor in every row but this.

    为什么:整张表按同一个公式算出来,只有一行不合,多半是这一行抄错了数字。
    至少三行相符、且只有一行不符时才报。

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
    product = calculate("multiply", claim.given.value, claim.factor)
    result = Decimal(product.out)
    if compare(Interval.point(result), claim.result) != INCONSISTENT:
        yield Checked(claim.result.span, "arithmetic")
        return
    cut = context.document.visible
    given, written = show(claim.given.value), claim.result.span.cut(cut)
    factor = show(claim.factor)
    yield table_row_breaks_factor.finding(
        claim,
        Message(
            f"表中另有 {claim.agreeing} 行都是 ×{factor},本行 {given}×{factor}={show(result)},文中写作 {written}。",
            f"{claim.agreeing} other rows are × {factor}; here {given} × {factor} = {show(result)}, not {written}.",
        ),
        evidence=(Evidence("factor", claim.given.span), Evidence("result", claim.result.span)),
        expected=show(result),
        verdict=Verdict("wrong", "wrong"),
        proof=(product, judge("differ", result, claim.result.value, tolerance(claim.result))),
    )

"""CT111 table-retold-otherwise · 文字与表中同一行的数、最高最低的行、同一方的合计不一致。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import TableEchoClaim
from linter.finding import Confidence, Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import decide


@check(
    code="CT111",
    name="table-retold-otherwise",
    family="contradiction",
    severity=Severity.WARNING,
    reads=TableEchoClaim,
)
def table_retold_otherwise(claim: TableEchoClaim, context: Context) -> Iterator[Outcome]:
    """
    文字说到表里的某一行,给出的数却不是那一行的;说哪一行最高、最低,表里另一行更高、更低;或者说单位或个人一共交多少,
    与表里同一方的合计不一致。

    The text tells another figure for a row of a table than the table does, calls a row the highest or lowest that is
    not, or tells another total of a payer.

    为什么:表格改过而文字没有跟着改,或者转抄时写错,读者不知道该信哪个。
    说某一行的,要写出行名和列名(三级的起付),或者行名是级别、档次、年份。说合计的,文字要提到上表或合计,金额不带险种。
    假设别的情形、加上或扣除别的项目、说的是一年的,都不管。

    反例::

        | 险种 | 个人 | 单位 |
        | --- | --- | --- |
        | 养老 | 520 | 1040 |
        | 医疗 | 130 | 520 |
        | 合计 | 650 | 1560 |
        按上表,个人每月交660元。

    正例::

        | 险种 | 个人 | 单位 |
        | --- | --- | --- |
        | 养老 | 520 | 1040 |
        | 医疗 | 130 | 520 |
        | 合计 | 650 | 1560 |
        按上表,个人每月交650元。
    """
    cut = context.document.visible
    written, elsewhere = claim.told.span.cut(cut), claim.total.span.cut(cut)
    message = say("contradiction.table-retold-otherwise", written=written, elsewhere=elsewhere)
    if claim.row is not None:
        message = say("contradiction.row-retold-otherwise", written=written, row=claim.row, elsewhere=elsewhere)
    if claim.row is not None and claim.beyond is not None:
        said = claim.span.cut(cut)
        message = say("contradiction.superlative-of-another", written=said, row=claim.beyond, elsewhere=elsewhere)
    yield table_retold_otherwise.finding(
        claim,
        message,
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", claim.total.span),),
        expected=show(claim.total.value),
        verdict=Verdict("wrong", "wrong"),
        proof=(decide("differ", claim.total.value, claim.told.value, Decimal(0)),),
    )

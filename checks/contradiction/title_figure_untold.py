"""CT112 title-figure-untold · 标题里的数,正文没有。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Context, Outcome, check
from linter.claims.calculations.consistency import show
from linter.claims.model import TitleFigureClaim
from linter.finding import Confidence, Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import decide


@check(
    code="CT112",
    name="title-figure-untold",
    family="contradiction",
    severity=Severity.WARNING,
    reads=TitleFigureClaim,
)
def title_figure_untold(claim: TitleFigureClaim, context: Context) -> Iterator[Outcome]:
    """
    标题说要交、能领多少钱,报销百分之几,多少天办完,正文没有这个数,也不能由正文的数算出;用同样字眼说的是另一个数。
    标题或下一行说最长、最多几个月,正文的最长、最多都是另一个数,也报。
    开头或结尾给出到手、养老金的范围,正文按同样的工资、年限算出的结果不在其中,也报;开头只有一个数或范围的,结尾写最低、最高的,同样与正文算出的比较。

    The title tells a figure that the text below neither has nor gives by its figures; the same words tell another.
    Or a lead tells a range, of take-home pay or of a pension, which what the text works out does not lie in.

    为什么:标题常常照旧稿或凭记忆写,读者往往只看这一行。
    标题里的基数、工资,写明以某数为例的,问句,都不管;金额以外的数,要有更多同样的字眼。

    反例::

        # 今年个人每月缴费386.5元
        按规定,个人每月缴费368.5元。

    正例::

        # 今年个人全年缴费4422元
        按规定,个人每月缴费368.5元。
    """
    cut = context.document.visible
    written, below = claim.told.span.cut(cut), claim.below.span.cut(cut)
    message = say("contradiction.title-figure-untold", written=written, below=below)
    if claim.reached:
        message = say("contradiction.sum-of-lead-missed", written=written, below=below)
    if claim.reached and claim.told.is_range:
        message = say("contradiction.range-of-lead-missed", written=written, below=below)
    nearest = min(claim.told.values, key=lambda end: abs(end - claim.below.value))
    yield title_figure_untold.finding(
        claim,
        message,
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", claim.below.span),),
        expected=show(claim.below.value),
        verdict=Verdict("wrong", "wrong"),
        proof=(decide("differ", claim.below.value, nearest, Decimal(0)),),
    )

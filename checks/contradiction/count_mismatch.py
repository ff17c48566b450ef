"""CT204 count-mismatch · 说的条数与列出的条数不符。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import CountClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import say
from linter.scan.tokens import Quantity
from reference.display import plain


@check(code="CT204", name="count-mismatch", family="contradiction", severity=Severity.ERROR, reads=CountClaim)
def count_mismatch(claim: CountClaim, context: Context) -> Iterator[Outcome]:
    """
    文中说有几类、几档、几种,后面列出的却不是这么多;标题里的个数,正文的总数没有一处与它相同。

    The text announces a number of kinds or tiers and lists another number of them; or a heading counts otherwise than
    the total of the text below it.

    为什么:多半是抄漏了一条,读者却不知道漏的是哪一条。只看数得清的列表:紧跟在后面的作错误,
    标题下的、前面的(以上四项)、表格的行数(先列9个城市)、同一件事又报一次个数的,作警告。

    反例::

        违规情形一共五类:冒名就医;出借凭证;转卖药品;重复报销。

    正例::

        违规情形一共四类:冒名就医;出借凭证;转卖药品;重复报销。
    """
    if claim.elsewhere is not None:
        yield _told_otherwise(claim, claim.elsewhere, context)
        return
    listed = len(claim.items)
    if claim.stated.value == listed:
        yield Checked(claim.span, "count")
        return
    written = claim.span.cut(context.document.visible)
    yield count_mismatch.finding(
        claim,
        say("contradiction.count-mismatch", written=written, listed=listed),
        severity=Severity.WARNING if claim.loose else Severity.ERROR,
        confidence=Confidence.MEDIUM if claim.loose else Confidence.HIGH,
        evidence=tuple(Evidence("item", item) for item in claim.items),
        claim=(("stated", plain(claim.stated.value)),),
        expected=str(listed),
        verdict=Verdict("wrong", "wrong"),
        proof=(
            Step("count", tuple(item.cut(context.document.visible).strip()[:20] for item in claim.items), str(listed)),
        ),
    )


def _told_otherwise(claim: CountClaim, elsewhere: Quantity, context: Context) -> Outcome:
    visible = context.document.visible
    written, told = claim.stated.span.cut(visible), elsewhere.span.cut(visible)
    return count_mismatch.finding(
        claim,
        say("contradiction.count-told-otherwise", written=written, told=told),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", elsewhere.span),),
        claim=(("stated", plain(claim.stated.value)),),
        expected=plain(elsewhere.value),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("compare", (plain(claim.stated.value), plain(elsewhere.value)), "contradiction"),),
    )

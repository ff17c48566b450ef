"""NR101 deadline-before-publication · 文章发布时,期限已经过去。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import DeadlineClaim
from linter.finding import Message, Severity, Step, Verdict


@check(
    code="NR101",
    name="deadline-before-publication",
    family="contradiction",
    severity=Severity.WARNING,
    reads=DeadlineClaim,
)
def deadline_before_publication(claim: DeadlineClaim, context: Context) -> Iterator[Outcome]:
    """
    文章要读者在某日前办理,而这一天在文章发布之前。

    The article asks its readers to do something by a day that lies before the day it was published.

    为什么:多半是改写旧通知时漏改了年份,读者会以为已经错过。

    反例::

        发布时间:2026-11-20
        请在2025年12月31日前缴费,逾期不再受理。

    正例::

        发布时间:2026-11-20
        请在2026年12月31日前缴费,逾期不再受理。
    """
    published, end = claim.scope.published, claim.until.end
    if published is None or end is None:
        yield Unverifiable(claim.span, "no-date")
        return
    if end >= published:
        yield Checked(claim.span, "calendar")
        return
    yield deadline_before_publication.finding(
        claim,
        Message(
            f"期限 {end} 在文章发布({published})之前。", f"The deadline {end} lies before publication ({published})."
        ),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("compare", (str(end), str(published)), "before"),),
    )

"""ST204 expired-deadline · 截止日期已过。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from linter.check import Checked, Context, Outcome, check
from linter.claims.deadlines import deadlines_old_after
from linter.claims.model import DeadlineClaim
from linter.finding import Confidence, Message, Severity, Step, Verdict


@check(code="ST204", name="expired-deadline", family="staleness", severity=Severity.WARNING, reads=DeadlineClaim)
def expired_deadline(claim: DeadlineClaim, context: Context) -> Iterator[Outcome]:
    """
    文中还在提醒读者办理的缴费、参保、申报期限,已经过去了。

    A window for paying, enrolling or declaring that the text presents as open has closed.

    为什么:每年的集中缴费期都不同,旧稿留在网上,读者会以为还来得及,或以为已经错过。
    写作时就已经过去的期限是记录,不算;多年前的旧文写着日期,读者看得出来,只作提示。

    反例::

        请在2024年12月31日前缴费,逾期不再受理。

    正例::

        请在2030年12月31日前缴费,逾期不再受理。
        2024年的集中缴费期已于2024年12月31日结束。
    """
    end = claim.until.end
    if end is None or not claim.until.is_past(context.as_of):
        yield Checked(claim.span, "calendar")
        return
    published = claim.scope.published
    if published is not None and end < published:
        return
    written = claim.span.cut(context.document.visible)
    yield expired_deadline.finding(
        claim,
        Message(
            f"文中的期限“{written}”截至 {context.as_of} 已过。",
            f"The deadline “{written}” had passed by {context.as_of}.",
        ),
        severity=Severity.INFO if _long_gone(end, published, context.as_of) else Severity.WARNING,
        confidence=Confidence.HIGH if claim.date.start.year is not None else Confidence.MEDIUM,
        claim=(("until", str(end)),),
        verdict=Verdict("unknown" if published is None else "right", "stale"),
        proof=(Step("compare", (str(end), str(context.as_of)), "before"),),
    )


def _long_gone(end: date, published: date | None, as_of: date) -> bool:
    """True for the deadline of a text that says itself how old it is: nobody waits for it any more."""
    return published is not None and as_of.year - end.year > deadlines_old_after()

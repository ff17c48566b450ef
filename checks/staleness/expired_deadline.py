"""ST204 expired-deadline · 截止日期已过。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from linter.check import Checked, Context, Outcome, check
from linter.claims.dates.deadlines import deadlines_old_after
from linter.claims.model import DeadlineClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import say


@check(
    code="ST204",
    name="expired-deadline",
    family="staleness",
    severity=Severity.WARNING,
    reads=DeadlineClaim,
    over="section",
)
def expired_deadline(claims: Sequence[DeadlineClaim], context: Context) -> Iterator[Outcome]:
    """
    文中还在提醒读者办理的缴费、参保、申报期限,已经过去了。

    A window for paying, enrolling or declaring that the text presents as open has closed.

    为什么:每年的集中缴费期都不同,旧稿留在网上,读者会以为还来得及,或以为已经错过。
    写作时就已经过去的期限是记录,不算;多年前的期限,文中没有叫读者去办的,读者看得出来,只作提示。
    一篇文章只报最晚的一个期限,其余作为旁证:读者要知道的是办理已经结束。

    反例::

        请在2024年12月31日前缴费,逾期不再受理。

    正例::

        请在2030年12月31日前缴费,逾期不再受理。
        2024年的集中缴费期已于2024年12月31日结束。
    """
    yield from (Checked(claim.span, "calendar") for claim in claims if not claim.until.is_past(context.as_of))
    expired = [(claim, end) for claim in claims if (end := _passed(claim, context.as_of)) is not None]
    if expired:
        yield _finding(expired, context)


def _passed(claim: DeadlineClaim, as_of: date) -> date | None:
    """The last day where it is over by now and was to come when the text was published, or is told as one to come."""
    end, published = claim.until.end, claim.scope.published
    over = published is not None and end is not None and end < published and not claim.urged
    if end is None or not claim.until.is_past(as_of) or over:
        return None
    return end


def _finding(expired: Sequence[tuple[DeadlineClaim, date]], context: Context) -> Outcome:
    claim, end = max(expired, key=lambda each: each[1])
    written = claim.span.cut(context.document.visible)
    dated = claim.scope.published is not None
    return expired_deadline.finding(
        claim,
        say("staleness.expired-deadline", written=written, as_of=context.as_of),
        severity=Severity.INFO if _long_gone(claim, end, context.as_of) else Severity.WARNING,
        confidence=Confidence.HIGH if claim.date.start.year is not None else Confidence.MEDIUM,
        evidence=tuple(Evidence("other-claim", other.span) for other, _ in expired if other is not claim),
        claim=(("until", str(end)),),
        verdict=Verdict("right" if dated else "unknown", "stale"),
        proof=(Step("compare", (str(end), str(context.as_of)), "before"),),
    )


def _long_gone(claim: DeadlineClaim, end: date, as_of: date) -> bool:
    """True for a deadline that is only told, in a text that says itself how old it is: nobody waits for it any more."""
    if claim.asked:
        return False
    says_its_year = claim.scope.published is not None or claim.date.start.year is not None
    return says_its_year and as_of.year - end.year > deadlines_old_after()

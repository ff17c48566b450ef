"""AR113 due-day-wrong · 从某日起算的期限,最后一天算错。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import DueDayClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.judging.due_days import ends, is_slip
from linter.messages import Message, say
from linter.scan.tokens import DateToken
from reference.period import Period

_DAY = timedelta(days=1)


@check(code="AR113", name="due-day-wrong", family="arithmetic", severity=Severity.ERROR, reads=DueDayClaim)
def due_day_wrong(claim: DueDayClaim, context: Context) -> Iterator[Outcome]:
    """
    从文中某一天起算的期限,写出的最后一天与天数、月数、年数不符。

    A time counted from a day of the text does not end on the day the text gives.

    为什么:读者照着写错的最后一天去办,会误了申报、申领和起诉的期限。
    起算那天算不算在内都可以,差一天不报;按工作日算的,周末和长假都留了余地;从通知送达、次月等文中没有日子的时候起算的不看。

    反例::

        老宁3月10日离职,15日内报送名单,也就是最迟4月10日。

    正例::

        老宁3月10日离职,15日内报送名单,也就是最迟3月25日。
    """
    told = list(ends(claim))
    if not told or any(right.overlaps(due) for _, right, due in told):
        if told:
            yield Checked(claim.span, "arithmetic")
        return
    start, right, due = told[0]
    if not (claim.firm or is_slip(right, due)):
        return
    yield _finding(claim, context, start, right)


def _finding(claim: DueDayClaim, context: Context, start: DateToken, right: Period) -> Outcome:
    cut, day = context.document.visible, _last(claim, right)
    begun, time = start.span.cut(cut), claim.time.span.cut(cut)
    return due_day_wrong.finding(
        claim,
        say("arithmetic.due-day-wrong", start=begun, time=time, right=day, written=claim.due.span.cut(cut)),
        severity=Severity.ERROR if claim.firm else Severity.WARNING,
        confidence=Confidence.HIGH if claim.firm else Confidence.MEDIUM,
        evidence=(Evidence("base", start.span), Evidence("time", claim.time.span)),
        expected=day.zh,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("add_time", (begun, time), day.zh),),
    )


def _last(claim: DueDayClaim, right: Period) -> Message:
    """The last day, without the day of slack; the month where only that is told."""
    day: date = (right.end or date.min) - _DAY
    zh = f"{day.month}月" if claim.due.start.day is None else f"{day.month}月{day.day}日"
    en = f"{day:%m}" if claim.due.start.day is None else f"{day:%m-%d}"
    if claim.due.start.year is None:
        return Message(zh, en)
    return Message(f"{day.year}年{zh}", f"{day.year}-{en}")

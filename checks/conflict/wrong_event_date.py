"""RF205 wrong-event-date · 政策或文件的日期写错。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.dates.impossible_dates import CALENDAR, INVERTED
from linter.claims.model import DateClaim
from linter.finding import Evidence, RuleCitation, Severity, Step, Verdict
from linter.judging.events import event_dates, event_name, is_day_of
from linter.judging.rule_wording import source
from linter.judging.verdicts import severity_cap
from linter.messages import say
from reference.period import Period

_FEW = 4


@check(code="RF205", name="wrong-event-date", family="reference", severity=Severity.ERROR, reads=DateClaim)
def wrong_event_date(claim: DateClaim, context: Context) -> Iterator[Outcome]:
    """
    文中给政策起点、文件公布或施行的日期,与查实的日期不符。

    The date given for the start of a policy or the issue of a document is not the right one.

    为什么:日期决定读者适用哪一套规则;把公布日写成施行日、把扩围写成起点,是最常见的两种。

    反例::

        《社会保险法》自2010年7月1日起施行。

    正例::

        《社会保险法》自2011年7月1日起施行。
    """
    if claim.event in (CALENDAR, INVERTED):
        return
    known = event_dates(claim.event, context.reference, claim.scope.region)
    if not known:
        yield Unverifiable(claim.span, "no-rule")
        return
    if is_day_of(claim.event, claim.day, context.reference, claim.scope.region):
        yield Checked(claim.span, claim.event)
        return
    citation = known[0]
    name, right = event_name(claim.event), _read(citation, claim.day)
    written, cited = claim.span.cut(context.document.visible), source(citation.value.source)
    yield wrong_event_date.finding(
        claim,
        say("conflict.wrong-event-date", event=name, written=written, right=right, source=cited),
        severity=Severity.ERROR.at_most(severity_cap(citation.value)),
        evidence=(Evidence("event", claim.context),),
        claim=(("event", claim.event), ("stated", _day(claim.day))),
        expected=right,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("compare", (str(claim.day.start), str(claim.day.end)), right),),
        rule=citation,
    )


def _read(citation: RuleCitation, written: Period) -> str:
    """The right dates; of one that comes round every year the nearest to what is written."""
    dates = citation.value.dates
    near = written.start or written.end
    if len(dates) > _FEW and near is not None:
        dates = (min(dates, key=lambda day: abs((day.start or near) - near)),)
    return "、".join(map(_day, dates))


def _day(period: Period) -> str:
    return str(period.start) if period.start == period.end else f"{period.start}至{period.end}"

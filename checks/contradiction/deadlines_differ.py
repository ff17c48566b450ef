"""CT108 deadlines-differ · 同一件事前后给出不同的截止日。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from linter.check import Context, Outcome, check
from linter.claims.dates.deadlines import same_window_within
from linter.claims.model import DeadlineClaim
from linter.finding import Confidence, Evidence, Severity
from linter.messages import say


@check(
    code="CT108",
    name="deadlines-differ",
    family="contradiction",
    severity=Severity.WARNING,
    reads=DeadlineClaim,
    over="section",
)
def deadlines_differ(claims: Sequence[DeadlineClaim], context: Context) -> Iterator[Outcome]:
    """
    同一篇文章里,同一件事(缴费参保、申报、认证)给出了两个不同的最后一天。

    One article gives two different last days for the same thing to be done.

    为什么:照着晚的那个日子去办就误了。改稿时往往只改了一处。
    延长期、补缴期、部分地区或某些人的期限另有说法,不算矛盾。

    反例::

        居民医保集中缴费期为2026年9月1日至12月31日。
        请大家记住,缴费到2026年12月20日截止。

    正例::

        居民医保集中缴费期为2026年9月1日至12月31日。
        部分地区延长到2027年2月28日截止缴费。
    """
    for here, other in combinations((claim for claim in claims if claim.firm and claim.act), 2):
        if here.act == other.act and here.context != other.context and _apart(here, other):
            yield _finding(here, other, context)
            return


def _apart(here: DeadlineClaim, other: DeadlineClaim) -> bool:
    """True for two last days of one round in one place."""
    mine, theirs = here.until, other.until
    if here.scope.region != other.scope.region or mine.overlaps(theirs) or mine.end is None or theirs.end is None:
        return False
    return abs((mine.end - theirs.end).days) <= same_window_within()


def _finding(here: DeadlineClaim, other: DeadlineClaim, context: Context) -> Outcome:
    cut = context.document.visible
    return deadlines_differ.finding(
        other,
        say("contradiction.deadlines-differ", written=other.span.cut(cut), elsewhere=here.span.cut(cut)),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", here.span),),
        claim=(("act", here.act),),
    )

"""CT110 in-force-days-differ · 同一部法规前后给出不同的施行日。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Context, Outcome, check
from linter.claims.model import InForceClaim
from linter.finding import Confidence, Evidence, Severity
from linter.judging.events import is_day_of
from linter.messages import say


@check(
    code="CT110",
    name="in-force-days-differ",
    family="contradiction",
    severity=Severity.WARNING,
    reads=InForceClaim,
    over="section",
)
def in_force_days_differ(claims: Sequence[InForceClaim], context: Context) -> Iterator[Outcome]:
    """
    一篇文章给同一部法规写了两个不同的施行日。

    One article gives two different days on which the same law comes into force.

    为什么:施行日决定哪些人、哪些月份适用新规,读者照错的一天去办,会早办或误了。
    修订、修改后另定的施行日,个别条款、个别地方的施行日,不算矛盾;全文只有一部法规时,不写名称的也算它的。

    反例::

        《云岭省企业年金办法》自2024年3月1日起施行。
        各企业要在2024年5月1日正式施行前完成备案。

    正例::

        《云岭省企业年金办法》自2024年3月1日起施行。
        修订后的办法自2025年5月1日起施行。
    """
    firsts: dict[str, InForceClaim] = {}
    for claim in claims:
        first = firsts.setdefault(claim.law, claim)
        if first.context != claim.context and not first.day.overlaps(claim.day) and _is_open(first, claim, context):
            odd, other = (first, claim) if _speaks_first(claim, first) else (claim, first)
            yield _finding(odd, other, context)
            return


def _is_open(first: InForceClaim, claim: InForceClaim, context: Context) -> bool:
    """False where RF205 knows both days, or tells that one of them is wrong."""
    known = [each for each in (first, claim) if each.event]
    return len(known) < len((first, claim)) and all(
        is_day_of(each.event, each.day, context.reference, each.scope.region) for each in known
    )


def _speaks_first(claim: InForceClaim, first: InForceClaim) -> bool:
    """True where the later claim is to be believed: it is known, or alone names the law."""
    return not first.event and (bool(claim.event) or (claim.named and not first.named))


def _finding(odd: InForceClaim, other: InForceClaim, context: Context) -> Outcome:
    cut = context.document.visible
    return in_force_days_differ.finding(
        odd,
        say(
            "contradiction.in-force-days-differ",
            law=odd.law,
            written=odd.span.cut(cut),
            elsewhere=other.span.cut(cut),
        ),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", other.span),),
        claim=(("law", odd.law),),
    )

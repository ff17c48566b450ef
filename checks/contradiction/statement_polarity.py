"""CT203 statement-polarity · 同一说法前后一肯定一否定。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Context, Outcome, check
from linter.claims.context.topics import topic_named_by
from linter.claims.model import StatementClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.judging.meeting import can_meet
from linter.judging.statement_rules import is_excused, judge_statement, said, statement_specs
from linter.messages import say


@check(
    code="CT203",
    name="statement-polarity",
    family="contradiction",
    severity=Severity.ERROR,
    reads=StatementClaim,
    over="document",
)
def statement_polarity(claims: Sequence[StatementClaim], context: Context) -> Iterator[Outcome]:
    """
    同一件事,文中一处说是,一处说否。

    The same statement is asserted in one place and denied in another.

    为什么:两处至少一处是错的,读者不知道该信哪一处。
    有规定可查时,报在与规定不符的那一处;没有时,报在后一处。

    反例::

        变动等待期可以补缴修复,每多缴1年减少1个月。变动等待期不能靠补缴缩短。

    正例::

        变动等待期可以补缴修复,固定等待期不能修复。
    """
    plain = [claim for claim in claims if not is_excused(claim)]
    for index, later in enumerate(plain):
        earlier = next((claim for claim in plain[:index] if _opposes(claim, later, context)), None)
        if earlier is None:
            continue
        wrong, other = (
            (earlier, later) if _is_false(earlier, context) and not _is_false(later, context) else (later, earlier)
        )
        here, there = said(wrong), said(other)
        yield statement_polarity.finding(
            wrong,
            say(
                "contradiction.statement-polarity",
                says=here,
                elsewhere=other.span.cut(context.document.visible),
                elsewhere_says=there,
            ),
            severity=statement_specs()[wrong.statement].severity,
            evidence=(Evidence("other-claim", other.span),),
            claim=(("statement", wrong.statement), ("asserts", str(wrong.asserts).lower())),
            verdict=Verdict("unknown", "wrong"),
            proof=(Step("compare", (str(earlier.asserts).lower(), str(later.asserts).lower()), "contradiction"),),
        )


def _opposes(one: StatementClaim, other: StatementClaim, context: Context) -> bool:
    if one.span.overlaps(other.span):
        return False  # 过了60日也可以领,不再因超期被拒: one saying
    opposed = one.statement == other.statement and one.asserts != other.asserts and can_meet(one, other)
    return opposed and not _of_different_insurances(one, other, context)


def _of_different_insurances(one: StatementClaim, other: StatementClaim, context: Context) -> bool:
    """True for 医保断了就清零 and 养老看累计,断了不要紧: each names one insurance, or its sentence does, not the same."""
    text = context.document.text
    named = {
        topic_named_by((claim.span.cut(text),)) or topic_named_by((claim.context.cut(text),)) for claim in (one, other)
    }
    return None not in named and len(named) > 1


def _is_false(claim: StatementClaim, context: Context) -> bool:
    return judge_statement(claim, context).family is not None

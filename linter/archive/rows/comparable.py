"""What claims of different articles must share to be compared, and which of them a rule decides today."""

from __future__ import annotations

from linter.archive.rows.keys import number_of
from linter.bench import Bench
from linter.claims.model import Claim, RelativesClaim, StatementClaim, ValueClaim
from linter.document import Document
from linter.judging.stance_grounds import relatives_ground, statement_ground
from linter.judging.statement_rules import judge_said
from linter.judging.value_conflicts import ground_across
from linter.judging.value_rules import assess
from linter.judging.verdicts import Judgement


def ground_of(claim: Claim, document: Document) -> int | None:
    """A name of 64 bits for thing, slots and place; ``None`` for a claim that is held against no other article's."""
    ground = _ground(claim, document)
    return None if ground is None else number_of(f"{type(claim).__name__} {ground}")


def judged(claim: Claim, bench: Bench) -> str | None:
    """What a rule says of it, or ``None`` when none decides.

    "right" today; "overtaken": right when it was published; "stale": right once, but not then; "wrong": never right.
    """
    if isinstance(claim, StatementClaim):
        return _outcome(judge_said(claim, bench.reference, bench.as_of), decided=True)
    if not isinstance(claim, ValueClaim):
        return None
    assessment = assess(claim, bench.reference, bench.as_of)
    if isinstance(assessment, str):
        return None
    # A number within a limit need not be the right one.
    return _outcome(assessment.judgement, decided=any(rule.kind == "value" for rule in assessment.rules.here))


def _ground(claim: Claim, document: Document) -> str | None:
    match claim:
        case ValueClaim():
            return ground_across(claim)
        case StatementClaim():
            return statement_ground(claim)
        case RelativesClaim():
            return relatives_ground(claim, document.text)
    return None


def _outcome(judgement: Judgement, *, decided: bool) -> str | None:
    if judgement.family == "staleness":
        return "stale" if judgement.verdict.at_publication == "wrong" else "overtaken"
    if judgement.family is not None:
        return "wrong"
    return "right" if decided and judgement.verdict.now == "right" else None

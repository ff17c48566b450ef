"""Statements held against the rules, and how they read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from linter.check import Context
from linter.claims.model import StatementClaim
from linter.finding import Confidence, Severity, Verdict
from linter.judging.rule_wording import since, source
from linter.judging.verdicts import Judgement, governing, judge
from linter.messages import Message, say
from reference.model import Reference
from reference.regions import COUNTRY
from reference.vocabulary import load_entries, worded


@dataclass(frozen=True, slots=True)
class StatementSpec:
    """An entry of ``vocabulary/statements/``.

    ``says`` is the proposition, ``holds`` what is right where it is false. ``quantity`` names its rules, whose
    proposition is the opposite one when ``negates``. ``hedged``: saying "in some places" is the statement itself.
    ``local``: each place decides, so that the rule of the country says nothing of one that is named.
    """

    id: str
    says: Message
    holds: Message
    quantity: str
    negates: bool
    hedged: bool
    local: bool
    severity: Severity


@worded
def statement_specs() -> Mapping[str, StatementSpec]:
    """All statements by id."""
    return {
        entry["id"]: StatementSpec(
            entry["id"],
            Message(entry["zh"], entry["en"]),
            Message(entry["holds_zh"], entry["holds_en"]),
            entry.get("rule", entry["id"]),
            entry.get("negates", False),
            entry.get("hedged", False),
            entry.get("local", False),
            Severity(entry.get("severity", "error")),
        )
        for entry in load_entries("statements")
    }


def judge_statement(claim: StatementClaim, context: Context) -> Judgement:
    """How the rules judge what the text asserts or denies."""
    return judge_said(claim, context.reference, context.as_of)


def judge_said(claim: StatementClaim, reference: Reference, as_of: date) -> Judgement:
    """How the rules judge it, outside of a run."""
    spec = statement_specs()[claim.statement]
    rules = governing(reference, spec.quantity, claim.scope.region, {})
    if spec.local and claim.scope.region not in (None, COUNTRY) and all(r.region == COUNTRY for r in rules.here):
        return Judgement(Verdict("unknown", "unknown"))
    right = claim.asserts != spec.negates
    return judge(rules, lambda value: value.truth == right, claim.scope, as_of)


def is_excused(claim: StatementClaim) -> bool:
    """True when the text says it of some places only; they may differ from what holds in general."""
    return claim.scope.has("condition") and not statement_specs()[claim.statement].hedged


def severity(claim: StatementClaim, judgement: Judgement) -> Severity:
    """The judgement's severity under the statement's own.

    A warning at most where the text hedges (一般, 如果), and where its words stand apart: on pages nobody had seen,
    every second statement read from such words was another one.
    """
    doubtful = claim.loose or claim.scope.has("typical", "supposed")
    most = Severity.WARNING if doubtful else statement_specs()[claim.statement].severity
    return judgement.severity.at_most(most)


def confidence(claim: StatementClaim) -> Confidence:
    """Medium for statements kept at a warning: their wording can be meant otherwise."""
    own = statement_specs()[claim.statement].severity
    return Confidence.HIGH if own is Severity.ERROR and not claim.loose else Confidence.MEDIUM


def correction(claim: StatementClaim, judgement: Judgement) -> Message:
    """What holds instead, since when, by which source."""
    spec = statement_specs()[claim.statement]
    right = spec.holds if claim.asserts else spec.says
    if judgement.holds is None:
        return right
    value = judgement.holds.value
    return since(value, say("statement.holds", holds=right, source=source(value.source)))


def said(claim: StatementClaim) -> Message:
    """The statement as the text makes it."""
    spec = statement_specs()[claim.statement]
    return spec.says if claim.asserts else say("statement.denied", says=spec.says)

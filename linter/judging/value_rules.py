"""A number of an article held against the rules that govern its quantity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from linter.claims.model import ValueClaim
from linter.finding import Severity, Verdict
from linter.judging.agreement import agrees_with
from linter.judging.averaged_minimums import may_lie_below
from linter.judging.binding_rules import binding_rules, is_lent
from linter.judging.facet_readings import readings
from linter.judging.firmness import ANOTHER, CASE, PART, held_loosely, is_guess, is_one_of_cases, outdated_loosely
from linter.judging.known_times import (
    about_to_hold,
    before_all_known,
    documented_until,
    first_day,
    in_cycle,
    out_of_step,
    stood_long,
)
from linter.judging.settling import aged, names_limit_of_country, settled
from linter.judging.verdicts import Agrees, Governing, Judgement, governing, judge
from reference.model import Reference
from reference.quantities import QuantitySpec, quantity_spec
from reference.regions import COUNTRY

NUMERIC = frozenset({"value", "frame", "floor", "cap"})
NOT_ASSERTED = ("hearsay", "question", "plan", "hypothetical", "aside")
_HEDGED = ("condition", "supposed", "typical", "plan", "example")


@dataclass(frozen=True, slots=True)
class Assessment:
    """How the rules judge a claim. ``kind`` is that of the rule that holds: value, frame, floor or cap."""

    judgement: Judgement
    rules: Governing

    @property
    def kind(self) -> str | None:
        """The kind of the rule cited."""
        return self.judgement.holds.rule.kind if self.judgement.holds is not None else None


def assess(claim: ValueClaim, reference: Reference, as_of: date) -> Assessment | str:
    """The judgement of a claim, or why there is none: "hypothetical", "no-rule", "no-local-rule", "other-unit".

    A number that no value ever had is only refuted when it is firmly bound: else ``held_loosely`` says why not.
    """
    spec = quantity_spec(claim.quantity)
    if spec is None:
        return "no-rule"
    silent = (mark for mark in NOT_ASSERTED if mark != "plan" or not _has_come(claim, spec, as_of))
    if is_guess(claim) or claim.scope.has(*silent) or not _asserted(claim):
        return "hypothetical"
    rules = reference.governing(claim.quantity)
    outcomes = [_assess(claim, spec, facets, reference, as_of) for facets in readings(claim.facets, rules)]
    judged = [outcome for outcome in outcomes if isinstance(outcome, Assessment)]
    if not judged:
        return next((outcome for outcome in outcomes if isinstance(outcome, str)), "no-rule")
    # A word that may mean several groups is only wrong when it is wrong for each of them.
    mildest = min(judged, key=lambda outcome: _GRAVITY[outcome.judgement.family])
    if mildest.judgement.family == "staleness" and outdated_loosely(claim, reference, as_of):
        return ANOTHER
    if mildest.judgement.family == "reference" and is_one_of_cases(claim, mildest.judgement.holds):
        return CASE
    if claim.parts and not _adds_to_its_parts(claim, mildest, reference, as_of):
        return PART
    loosely = held_loosely(claim, mildest.kind, reference) if mildest.judgement.family == "reference" else None
    return loosely or mildest


def _adds_to_its_parts(claim: ValueClaim, outcome: Assessment, reference: Reference, as_of: date) -> bool:
    """True for a sum above what holds, where nothing is said of its parts: below it, a place may have less."""
    holds = outcome.judgement.holds
    above = holds is not None and all(
        each.high is not None and each.high < claim.token.value for each in holds.value.accepts
    )
    judged = (assess(part, reference, as_of) for part in claim.parts)
    return above and all(isinstance(each, Assessment) and each.judgement.family is None for each in judged)


_GRAVITY = {None: 0, "staleness": 1, "reference": 2}


def severity(claim: ValueClaim, judgement: Judgement) -> Severity:
    """The judgement's severity; a claim that is hedged (一般, 部分地区) or held loosely is a warning at most."""
    hedged = claim.scope.has(*_HEDGED) or claim.hold.loose
    return judgement.severity.at_most(Severity.WARNING) if hedged else judgement.severity


def _assess(
    claim: ValueClaim, spec: QuantitySpec, facets: Mapping[str, str], reference: Reference, as_of: date
) -> Assessment | str:
    found = governing(reference, claim.quantity, claim.scope.region, facets)
    numeric = Governing(
        tuple(rule for rule in found.here if rule.kind in NUMERIC),
        tuple(rule for rule in found.elsewhere if rule.kind in NUMERIC),
    )
    if not numeric.here:
        return "no-local-rule" if numeric.elsewhere else "no-rule"
    rules = Governing(tuple(binding_rules(numeric.here, spec, claim.scope)), numeric.elsewhere)
    if not rules.here:
        return "no-local-rule"
    comparable = tuple(rule for rule in rules.here if rule.per is None or claim.token.per in (None, rule.per))
    if not comparable:
        return "other-unit"
    rules = replace(rules, here=comparable)
    agrees = agrees_with(claim.token, _compared(claim, spec), rules)
    judgement = aged(settled(_judged(rules, agrees, claim, as_of), claim), rules, claim)
    judgement = _by_frame(judgement, numeric, spec, claim, as_of)
    if judgement.family is not None and names_limit_of_country(judgement, numeric, claim, as_of):
        judgement = Judgement(Verdict("right", "right"))
    if judgement.holds is not None and is_lent(judgement.holds.rule, spec, claim.scope):
        lent = judgement.holds.value.period
        if any(agrees(value) for rule in rules.elsewhere for value in rule.values_in(lent)):
            return "no-local-rule"  # what another place has besides the national value this one may have too
        judgement = replace(judgement, cap=Severity.WARNING.at_most(judgement.cap))
    if spec.averaged and may_lie_below(claim, spec, judgement):
        return "no-local-rule"
    if spec.compare == "superseded" and judgement.family == "reference":
        judgement = Judgement(Verdict("unknown", "unknown"))
    return Assessment(judgement, rules)


def _compared(claim: ValueClaim, spec: QuantitySpec) -> str:
    """How the number is compared: what places may add to is only added to where one is named."""
    general = claim.scope.region in (None, COUNTRY) and not claim.scope.has("condition", "example")
    named = any(claim.facets.get(facet) in values for facet, values in spec.placed.items())
    return "exact" if general and named else spec.compare


def _judged(rules: Governing, agrees: Agrees, claim: ValueClaim, as_of: date) -> Judgement:
    """The judgement; where nothing is known of today, that of the last day of which something is.

    A yearly figure may be that of a new year nobody has entered yet, so an undated text is only refuted by a value
    that stood for long, or by one that no year could have moved so far.
    """
    scope = in_cycle(rules, claim)
    judgement = judge(rules, agrees, scope, as_of)
    if judgement.family is not None and about_to_hold(rules, agrees, scope):
        return Judgement(Verdict("right", "unknown"))
    if before_all_known(rules, claim, judgement):
        if scope.published is not None:
            return Judgement(Verdict("unknown", "unknown"))
        judgement = replace(judgement, cap=Severity.WARNING.at_most(judgement.cap))
    first = first_day(claim)
    if first is not None:
        since = judge(rules, agrees, first, as_of)
        if since.family is not None or judgement.verdict == Verdict("unknown", "unknown"):
            judgement = since
    known = documented_until(rules, as_of)
    if judgement.family is not None or judgement.verdict.now != "unknown" or known is None:
        return judgement
    earlier = judge(rules, agrees, scope, known)
    if judgement.verdict.at_publication == "wrong":
        return earlier
    undated = earlier.family == "reference" and scope.period is None
    refuted = undated and (stood_long(rules, known) or out_of_step(claim, earlier))
    if earlier.family == "staleness" or refuted:
        return replace(earlier, cap=Severity.WARNING.at_most(earlier.cap))
    return judgement


def _by_frame(judgement: Judgement, rules: Governing, spec: QuantitySpec, claim: ValueClaim, as_of: date) -> Judgement:
    """The judgement; that of the frame around the place's own value where only the frame is known for certain."""
    if judgement.family is None or judgement.cap is not Severity.INFO:
        return judgement
    frames = Governing(tuple(rule for rule in rules.here if rule.kind == "frame"))
    if not frames.here:
        return judgement
    framed = settled(_judged(frames, agrees_with(claim.token, spec.compare, frames), claim, as_of), claim)
    return judgement if framed.family is None else framed


def _has_come(claim: ValueClaim, spec: QuantitySpec, as_of: date) -> bool:
    """True when the year has begun of which a yearly figure was announced: 2025年将上调5% can be judged in 2026."""
    period = claim.scope.period
    stated = period is not None and claim.scope.period_from in ("stated", "heading")
    return spec.yearly and stated and period is not None and period.start is not None and period.start <= as_of


def _asserted(claim: ValueClaim) -> bool:
    """An example may make up a base, but not what the law fixes."""
    spec = quantity_spec(claim.quantity)
    return spec is None or not spec.assumable or not claim.scope.has("example")

"""What a first judgement of a number becomes: refuted where it had grown old, grown old where refuted, or let be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation, Severity
from linter.judging.agreement import slack
from linter.judging.known_times import of_an_earlier_year
from linter.judging.verdicts import Governing, Judgement
from linter.scan.tokens import Quantity
from reference.interval import Interval
from reference.period import Period
from reference.regions import COUNTRY
from reference.units import in_token_unit

_FROM_ABOVE = frozenset({"title", "heading", "front-matter", "opening"})


def settled(judgement: Judgement, claim: ValueClaim) -> Judgement:
    """Only a value that was given as such can have been superseded: a frame, or a lower minimum, never named it."""
    was = judgement.was
    if judgement.family != "staleness" or was is None:
        return judgement
    named = was.rule.kind == "value" or (was.rule.kind in ("floor", "cap") and _names_bound(claim.token, was))
    named = named or (was.rule.kind == "frame" and all(interval.is_point for interval in was.value.accepts))
    return judgement if named else replace(judgement, family="reference", was=None)


def aged(judgement: Judgement, rules: Governing, claim: ValueClaim) -> Judgement:
    """The judgement; a figure of an undated text that can only be an older one has grown old."""
    dated = claim.scope.published is not None or claim.scope.period is not None
    if judgement.family != "reference" or dated or not of_an_earlier_year(rules, claim):
        return judgement
    cap = Severity.WARNING.at_most(judgement.cap)
    return replace(judgement, family="staleness", verdict=replace(judgement.verdict, now="stale"), cap=cap)


def names_limit_of_country(judgement: Judgement, rules: Governing, claim: ValueClaim, as_of: date) -> bool:
    """True where the frame of a place refutes what is just the highest or lowest number of the law of the country.

    Only where the place stands in the title or a heading: a sentence that names it itself speaks of the place.
    """
    holds = judgement.holds
    if holds is None or holds.rule.kind != "frame" or holds.rule.region == COUNTRY:
        return False
    if claim.scope.region_from not in _FROM_ABOVE:
        return False
    limits = (rule for rule in rules.here if rule.region == COUNTRY and rule.kind in ("cap", "floor"))
    values = (RuleCitation(rule, value) for rule in limits for value in rule.values_in(Period.day(as_of)))
    return any(_names_bound(claim.token, citation) for citation in values)


def _names_bound(token: Quantity, citation: RuleCitation) -> bool:
    bounds = [in_token_unit(interval, citation.rule.unit or "count") for interval in citation.value.accepts]
    written = Interval.hull(Interval.point(number) for number in token.values).widened(slack(token))
    return any(bound.overlaps(written) for bound in bounds)

"""For which times a claim can be judged: when a place's year begins, what was never looked up, what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from linter.claims.model import Scope, ValueClaim
from linter.judging.verdicts import Agrees, Governing, Judgement, verdict_in
from reference.interval import Interval
from reference.period import Period
from reference.quantities import quantity_spec

_FEW_YEARS = 3
_A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=366)


def in_cycle(rules: Governing, claim: ValueClaim) -> Scope:
    """The scope; 2025年度 is from July to June where the figures of the place change in July."""
    spec, scope = quantity_spec(claim.quantity), claim.scope
    told = spec is not None and spec.yearly and scope.has("insurance_year") and scope.period_from == "stated"
    for value in rules.here[0].values if told and scope.period is not None else ():
        begun, end = value.period.start, value.period.end
        if begun is None or end is None or begun.year == end.year:
            continue
        if scope.period == Period.year(begun.year):
            return replace(scope, period=value.period)
    return scope


def before_all_known(rules: Governing, claim: ValueClaim, judgement: Judgement) -> bool:
    """True when the text may give the figure of a place that held before the first one known.

    That figure was never looked up: a text written in its time cannot be called wrong, one without a date only doubted.
    """
    spec, holds, written = quantity_spec(claim.quantity), judgement.holds, claim.scope.published
    if spec is None or spec.setting != "local" or holds is None or holds.value.period.start is None:
        return False
    if judgement.family != "reference" or judgement.verdict.at_publication != "unknown":
        return False
    eve = holds.value.period.start - timedelta(days=1)
    return (written is None or written <= eve) and verdict_in(rules, lambda _: False, Period.day(eve)) == "unknown"


def first_day(claim: ValueClaim) -> Scope | None:
    """What is said to hold since a day must have held on that day, whatever is known of later ones."""
    spec, period = quantity_spec(claim.quantity), claim.scope.period
    if spec is None or not spec.yearly or period is None or period.start is None or period.end is not None:
        return None
    return replace(claim.scope, period=Period.day(period.start))


def out_of_step(claim: ValueClaim, last: Judgement) -> bool:
    """True when the number lies further from the last one known than a year ever moves it."""
    spec = quantity_spec(claim.quantity)
    if spec is None or spec.step is None or last.holds is None:
        return False
    known = Interval.hull(last.holds.value.accepts)
    return not (known * Interval(*spec.step)).overlaps(claim.token.interval)


def of_an_earlier_year(rules: Governing, claim: ValueClaim) -> bool:
    """True for a yearly figure that only rises, where it fits the unknown years before a known one: it is older.

    It lies between the known figures around a gap, or a few years' rise below the first one.
    """
    spec = quantity_spec(claim.quantity)
    if spec is None or not spec.yearly or spec.step is None or not rules.here or claim.token.is_range:
        return False
    written, before = claim.token.value, None
    for value in rules.here[0].values:
        low = Interval.hull(value.accepts).low
        gap = before is None or before.period.end is None or before.period.end + _A_DAY != value.period.start
        if low is not None and gap:
            least = low / spec.step[1] ** _FEW_YEARS if before is None else Interval.hull(before.accepts).high
            if least is not None and least < written < low:
                return True
        before = value
    return False


def about_to_hold(rules: Governing, agrees: Agrees, scope: Scope) -> bool:
    """True for the number of a rule that the text was written just ahead of."""
    written = scope.published
    if written is None or scope.period_from in ("stated", "heading"):
        return False
    coming = (value for rule in rules.here[:1] for value in rule.values if value.period.start is not None)
    return any(written < (value.period.start or written) <= written + A_YEAR and agrees(value) for value in coming)


def documented_until(rules: Governing, as_of: date) -> date | None:
    """The last day before ``as_of`` of which the most specific rules know a value."""
    here = [rule for rule in rules.here if rule.region == rules.here[0].region]
    ends = [value.known_until or value.period.end for rule in here for value in rule.values]
    return max((end for end in ends if end is not None and end < as_of), default=None)


def stood_long(rules: Governing, known: date) -> bool:
    """True when one value held for the last years of which anything is known."""
    for rule in rules.here[:1]:
        last = [value for value in rule.values if value.period.end is None or value.period.end >= known - 2 * A_YEAR]
        starts = [value.period.start for value in last]
        same = len({value.accepts for value in last}) == 1
        return same and (None in starts or min(start for start in starts if start is not None) < known - A_YEAR)
    return False

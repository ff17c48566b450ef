"""By how much a yearly figure differs from that of the year before, by the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from linter.claims.model import RiseClaim, ValueClaim
from linter.finding import RuleCitation
from linter.judging.agreement import slack
from linter.judging.value_rules import NOT_ASSERTED
from linter.judging.verdicts import governing
from reference.model import Reference, Rule, Value
from reference.regions import COUNTRY
from reference.units import in_token_unit


@dataclass(frozen=True, slots=True)
class RiseVerdict:
    """``before`` and ``now`` are the rule's values of two years in a row, in yuan; ``rose`` is what lies between."""

    before: RuleCitation
    now: RuleCitation
    was: Decimal
    amount: Decimal
    right: bool

    @property
    def rose(self) -> Decimal:
        """By how much the later value lies above the earlier one; below zero where it fell."""
        return self.amount - self.was


def judge_rise(claim: RiseClaim, reference: Reference) -> RiseVerdict | None:
    """What the rules say of the rise; ``None`` unless they know the figure and that of the year before it.

    Of several years with that figure the text may mean any.
    """
    told_of_once = claim.scope.has("history") and claim.scope.period_from != "stated"
    if told_of_once or claim.scope.has(*NOT_ASSERTED, "provisional"):
        return None
    verdict = None
    for rule in _rules(claim.now, reference):
        for before, now, was, amount in _years(claim.now, rule):
            right = _agrees(claim, rule, was, amount)
            if right or claim.way != "from" or not (was == amount or _of_years_before(claim, rule)):
                verdict = RiseVerdict(RuleCitation(rule, before), RuleCitation(rule, now), was, amount, right)
            if right:
                return verdict
    return verdict


def _of_years_before(claim: RiseClaim, rule: Rule) -> bool:
    """True where a text without a time may tell the way of several years: the figure was once that of the rule."""
    if claim.scope.period is not None:
        return False
    return any(abs(claim.by.value - was) <= slack(claim.by) for value in rule.values if (was := _amount(rule, value)))


def _agrees(claim: RiseClaim, rule: Rule, was: Decimal, amount: Decimal) -> bool:
    """True when the earlier figure told, or the difference, is that of the rule; of a minimum places may lie above."""
    if claim.way == "from":
        told = claim.by.value - was
        return abs(told) <= slack(claim.by) or (rule.kind == "floor" and told > 0)
    told = claim.by.value if claim.way == "up" else -claim.by.value
    return abs(amount - was - told) <= slack(claim.by)


def _rules(claim: ValueClaim, reference: Reference) -> Iterator[Rule]:
    """The rules of the place itself: a national minimum says nothing of what a place raised."""
    here = claim.scope.region or COUNTRY
    for rule in governing(reference, claim.quantity, here, claim.facets).here:
        if rule.region == here or (rule.region != COUNTRY and rule.kind == "value"):
            yield rule


def _years(claim: ValueClaim, rule: Rule) -> Iterator[tuple[Value, Value, Decimal, Decimal]]:
    """Each value that is the claim's, of its time where it tells one, with the value that it followed."""
    for before, now in zip(rule.values, rule.values[1:], strict=False):
        was, amount = _amount(rule, before), _amount(rule, now)
        if was is None or amount is None or not _follow(before, now):
            continue
        timely = claim.scope.period is None or now.period.overlaps(claim.scope.period)
        if timely and abs(claim.token.value - amount) <= slack(claim.token):
            yield before, now, was, amount


def _follow(before: Value, now: Value) -> bool:
    """True when the one ends where the other begins, and neither is only provisional."""
    end, start = before.period.end, now.period.start
    in_force = before.state == now.state == "in_force"
    return in_force and end is not None and start is not None and end + timedelta(days=1) == start


def _amount(rule: Rule, value: Value) -> Decimal | None:
    """The one amount of a value: its least where it is a minimum."""
    if len(value.accepts) != 1:
        return None
    accepted = in_token_unit(value.accepts[0], rule.unit or "count")
    return accepted.low if accepted.is_point or rule.kind == "floor" else None

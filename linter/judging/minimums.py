"""Bounds of the country told wrong: a minimum as the most there is (最长6个月), a maximum that is in truth higher."""

from __future__ import annotations

import re
from datetime import date

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation
from linter.judging.agreement import slack
from linter.judging.value_rules import Assessment
from reference.interval import Interval
from reference.model import Rule
from reference.quantities import quantity_spec
from reference.regions import COUNTRY
from reference.units import in_token_unit
from reference.vocabulary import load_json, worded

_REACH = 12
# In some places, in one person's case, in former times it may be less.
_SOMEBODY = re.compile(r"比如|例如|譬如|好比|[他她我]|[老小][\u4e00-\u9fff]|[\u4e00-\u9fff]某")
_OTHERS = ("condition", "example", "history", "hypothetical", "plan", "supposed")


def told_as_most(claim: ValueClaim, outcome: Assessment, text: str, as_of: date) -> RuleCitation | None:
    """The minimum that the claim gives as the most there is; ``None`` for any other claim. Its span is of ``text``.

    A place may fix what the country leaves open, so that only what is said of the whole country counts.
    """
    if not _of_the_country(claim) or not said_as_most(claim, text) or outcome.judgement.family is not None:
        return None
    for rule in outcome.rules.here:
        value = rule.value_on(as_of) if rule.kind == "floor" else None
        if value is not None and any(_is_least(claim, rule, interval) for interval in value.accepts):
            return RuleCitation(rule, value)
    return None


def told_too_low(claim: ValueClaim, outcome: Assessment, text: str, as_of: date) -> RuleCitation | None:
    """The maximum of just the case the claim names, where the claim gives a lower one as the most there is."""
    spec = quantity_spec(claim.quantity)
    one_person = _SOMEBODY.search(text, claim.context.start, claim.span.start)
    firm = claim.facets and not one_person and not claim.hold.unclear and not claim.scope.has(*_OTHERS)
    if spec is None or not spec.entitles or not firm or not _of_the_country(claim) or not said_as_most(claim, text):
        return None
    for rule in outcome.rules.here:
        value = rule.value_on(as_of) if rule.kind == "cap" and dict(rule.where) == dict(claim.facets) else None
        if value is not None and all(_lies_below(claim, rule, interval) for interval in value.accepts):
            return RuleCitation(rule, value)
    return None


def _of_the_country(claim: ValueClaim) -> bool:
    spec = quantity_spec(claim.quantity)
    return spec is not None and spec.setting == "national" and claim.scope.region in (None, COUNTRY)


def _lies_below(claim: ValueClaim, rule: Rule, accepted: Interval) -> bool:
    high = in_token_unit(accepted, rule.unit or "count").high
    return high is not None and max(claim.token.values) + slack(claim.token) < high


def _is_least(claim: ValueClaim, rule: Rule, accepted: Interval) -> bool:
    low = in_token_unit(accepted, rule.unit or "count").low
    return low is not None and abs(low - claim.token.value) <= slack(claim.token)


def said_as_most(claim: ValueClaim, text: str) -> bool:
    """True when the words of the text make the number the most there is."""
    start = max(claim.context.start, claim.span.start - _REACH)
    return claim.token.bound == "max" or _most().search(text, start, claim.span.start) is not None


@worded
def _most() -> re.Pattern[str]:
    bounds = load_json("number_words.json")["bounds"]
    most, fillers = ("|".join(map(re.escape, bounds[name])) for name in ("most", "fillers"))
    return re.compile(f"(?:{most})(?:{fillers}|\\s){{0,8}}$")

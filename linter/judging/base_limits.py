"""The cap and the floor of the contribution base that a text gives side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from linter.claims.model import ValueClaim
from linter.finding import RuleCitation
from linter.judging.value_rules import NOT_ASSERTED
from reference.model import Reference, Rule, Value

_CAP, _FLOOR, _RATIO = "contribution.base_cap", "contribution.base_floor", "contribution.cap_floor_ratio"
# An announcement names both limits too.
_SILENT = frozenset(NOT_ASSERTED) - {"plan"} | {"history"}
# As far apart as the two lines of a list.
_BESIDE = 160


@dataclass(frozen=True, slots=True)
class Limits:
    """A cap and a floor of one place; ``region`` is where both are said to hold."""

    cap: ValueClaim
    floor: ValueClaim
    region: str | None


def limits(claims: Sequence[ValueClaim]) -> Iterator[Limits]:
    """Every floor with the nearest cap of its place and people, each taken once. The claims are of one section."""
    said = [claim for claim in claims if claim.quantity in (_CAP, _FLOOR) and not claim.scope.has(*_SILENT)]
    caps = [claim for claim in said if claim.quantity == _CAP]
    places = {claim.scope.region for claim in claims} - {None}
    only = places.pop() if len(places) == 1 else None
    for floor in (claim for claim in said if claim.quantity == _FLOOR):
        beside = [cap for cap in caps if _belongs(cap, floor)]
        if beside:
            cap = min(beside, key=lambda each: _distance(each, floor))
            caps.remove(cap)
            yield Limits(cap, floor, floor.scope.region or only)


def ratio_rule(pair: Limits, reference: Reference, as_of: date) -> RuleCitation | None:
    """What the cap may be in multiples of the floor, at the place and in the time of the pair."""
    period = pair.cap.scope.period or pair.floor.scope.period
    undated = period is None and pair.cap.scope.published is None
    for rule in reference.find(_RATIO, pair.region, {}):
        day = as_of if period is None else period.start or period.end or as_of
        value = _widest(rule) if undated else rule.value_on(day)
        if value is not None:
            return RuleCitation(rule, value)
    return None


def _widest(rule: Rule) -> Value | None:
    """How far limits of no told time may be apart: as far as they were in any year, a floor that was frozen too."""
    return max(rule.values, key=lambda value: value.accepts[0].high or 0, default=None)


def _belongs(cap: ValueClaim, floor: ValueClaim) -> bool:
    same = cap.scope.region == floor.scope.region and cap.facets == floor.facets
    return same and cap.token.per == floor.token.per and _distance(cap, floor) <= _BESIDE


def _distance(one: ValueClaim, other: ValueClaim) -> int:
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end)

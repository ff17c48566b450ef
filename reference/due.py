"""By when somebody must look at a value again, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from dateutil.relativedelta import relativedelta

from reference.model import Reference, Rule, Value, region_chain
from reference.registry import SCHEMAS


class Reason(StrEnum):
    """Why a value must be looked at again."""

    ASKED = "asked"
    CYCLE = "cycle"
    ENDED = "ended"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Review:
    """The last day to look at a value again. ``cycle`` is the rule that says when such figures are published."""

    by: date
    reason: Reason
    cycle: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A value that must be looked at again."""

    rule: Rule
    value: Value
    review: Review


def due(reference: Reference, until: date) -> tuple[Due, ...]:
    """All values to be looked at again by ``until``, in order of the day."""
    cycles = tuple(rule for rule in reference.rules if rule.kind == "cycle")
    found = (
        Due(rule, value, review)
        for rule in reference.rules
        for value in rule.values
        if (review := review_by(rule, value, cycles)) is not None and review.by <= until
    )
    return tuple(sorted(found, key=lambda one: (one.review.by, one.rule.id, one.value.period.start or date.min)))


def review_by(rule: Rule, value: Value, cycles: Sequence[Rule]) -> Review | None:
    """When the value must be looked at again; ``None`` where it is settled: replaced, or known to have ended.

    Its own ``review_by`` counts most; then the yearly cycle of its quantity, that of the nearest place; then the day
    its documents end; and without any of them a number of years.
    """
    if value.review_by is not None:
        return Review(value.review_by, Reason.ASKED)
    if value is not rule.values[-1] or _known_to_have_ended(value):
        return None
    cycle = cycle_of(rule, cycles)
    if cycle is not None:
        return Review(_next_publication(value, cycle.values[-1]), Reason.CYCLE, cycle.id)
    return _by_age(value)


def cycle_of(rule: Rule, cycles: Iterable[Rule]) -> Rule | None:
    """The cycle of the rule's quantity: of the nearest place, there the one that names the quantity most exactly."""
    chain = region_chain(rule.region)
    governing = [
        (chain.index(cycle.region), -precision, cycle.id, cycle)
        for cycle in cycles
        if cycle.region in chain and (precision := _precision(cycle, rule.quantity))
    ]
    return min(governing)[-1] if governing else None


def _precision(cycle: Rule, quantity: str) -> int:
    """How much of the quantity's id a member of the cycle names: "a.b" names itself, "a." all below it."""
    names = cycle.values[-1].members
    fitting = (name for name in names if name == quantity or (name.endswith(".") and quantity.startswith(name)))
    return max(map(len, fitting), default=0)


def _known_to_have_ended(value: Value) -> bool:
    """Its end is laid down, and was past when somebody last looked: nobody expects it to go on."""
    return value.known_until is None and value.period.end is not None and value.period.end < _seen_on(value)


def _next_publication(value: Value, cycle: Value) -> date:
    """The end of the first publication window after the value was seen, unless the value itself came out in it."""
    public = value.announced or value.source.published or value.period.start or date.min
    seen = max(_seen_on(value), value.period.start or date.min)
    return next(end for start, end in _windows(seen.year, cycle.details) if end > seen and public < start)


def _windows(year: int, details: Mapping[str, str]) -> Iterator[tuple[date, date]]:
    """The publication windows that end in ``year`` and later; one may begin in the year before it ends."""
    first, last = details["published_from"], details["published_to"]
    for each in range(max(year, 2), date.max.year):
        yield date.fromisoformat(f"{each - (first > last):04}-{first}"), date.fromisoformat(f"{each:04}-{last}")


def _by_age(value: Value) -> Review:
    seen, end = _seen_on(value), value.period.end
    if end is None:
        return Review(seen + relativedelta(years=_years()["open"]), Reason.AGE)
    if end >= seen:
        return Review(end, Reason.ENDED)
    return Review(seen + relativedelta(years=_years()["ended"]), Reason.ENDED)


def _seen_on(value: Value) -> date:
    """When somebody last looked at the source; without a note of it, at the latest when it was published."""
    return value.verified_on or value.source.published or value.period.start or date.min


@cache
def _years() -> Mapping[str, int]:
    years: Mapping[str, int] = json.loads((SCHEMAS / "upkeep.json").read_text(encoding="utf-8"))["years"]
    return years

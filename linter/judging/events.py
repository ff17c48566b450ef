"""When events of ``vocabulary/events.json`` happened, by the rules, with the years a text may be off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from linter.finding import RuleCitation
from linter.messages import Message
from reference.model import Reference, region_chain
from reference.period import Period
from reference.vocabulary import load_json, worded


def event_name(event: str) -> Message:
    """What the event is called."""
    return Message(_entries()[event]["zh"], _entries()[event]["en"])


def event_quantities(event: str) -> tuple[str, ...]:
    """The quantities of the rules that say when it happened. Raises KeyError for an unknown event."""
    entry = _entries()[event]
    return (entry.get("rule", event), *entry.get("also", ()))


def event_dates(event: str, reference: Reference, region: str | None) -> tuple[RuleCitation, ...]:
    """The rules with the event's date, those of the most specific place; empty when there are none."""
    rules = [rule for quantity in event_quantities(event) for rule in reference.governing(quantity)]
    found = ([rule for rule in rules if rule.region == code] for code in region_chain(region))
    return tuple(RuleCitation(rule, value) for rule in next(filter(None, found), ()) for value in rule.values)


def accepted(event: str, citation: RuleCitation) -> Iterator[Period]:
    """The days a text may give for the event: places followed a national start in their own time."""
    entry = _entries()[event]
    for day in citation.value.dates:
        yield Period(_moved(day.start, -entry.get("earlier", 0)), _later(day.end, entry.get("later", 0)))


def is_day_of(event: str, day: Period, reference: Reference, region: str | None) -> bool:
    """True where a text may give the day for the event; False also where the rules do not know."""
    known = event_dates(event, reference, region)
    return any(each.overlaps(day) for citation in known for each in accepted(event, citation))


def _later(end: date | None, years: int | None) -> date | None:
    return None if years is None or end is None else date(end.year + years, 12, 31) if years else end


def _moved(start: date | None, years: int) -> date | None:
    return start if start is None or not years else date(start.year + years, 1, 1)


@worded
def _entries() -> Mapping[str, Mapping[str, Any]]:
    return {entry["id"]: entry for entry in load_json("events.json")["events"]}

"""Rules and their values as JSON, for the ``--json`` of the reference commands and for the page."""

from __future__ import annotations

from reference.interval import Interval
from reference.model import Rule, Value
from reference.plain_json import Json, day, source_object
from reference.shown import shown_value


def rule_object(rule: Rule) -> dict[str, Json]:
    """What a rule is about, without its values."""
    where: dict[str, Json] = dict(rule.where)
    return {
        "id": rule.id,
        "kind": rule.kind,
        "quantity": rule.quantity,
        "region": rule.region,
        "where": where,
        "title": rule.title,
        "title_en": rule.title_en,
        "unit": rule.unit,
        "per": rule.per,
    }


def value_object(value: Value) -> dict[str, Json]:
    """A value with its time, standing and source; ``display`` is what it says in words."""
    return {
        "from": day(value.period.start),
        "to": None if value.known_until else day(value.period.end),
        "known_until": day(value.known_until),
        "display": shown_value(value),
        "accepts": [_numbers(one) for one in value.accepts],
        "state": value.state.value,
        "evidence": value.evidence.value,
        "disputed": value.disputed,
        "announced": day(value.announced),
        "verified_on": day(value.verified_on),
        "review_by": day(value.review_by),
        "note": value.note,
        "source": source_object(value.source),
    }


def _numbers(interval: Interval) -> Json:
    low, high = (None if bound is None else format(bound, "f") for bound in (interval.low, interval.high))
    return low if interval.is_point else {"min": low, "max": high}

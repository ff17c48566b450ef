"""From the JSON of a rule to its frozen form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from reference import fields
from reference.display import display
from reference.fields import RuleError
from reference.model import Attempt, Dispute, DisputeVerdict, Grade, Rule, Source, State, Unknown, Value
from reference.payloads import NUMERIC, PAYLOADS, Payload
from reference.period import Period
from reference.units import UNITS

_CITED = ("doc_no", "issuer", "published", "url")
_DAYS = ("announced", "verified_on", "known_until", "review_by")


def parse_rules(raw: Any) -> Iterator[Rule]:
    """The rules of an object of a rule file: one, or one for each of its ``regions``. Raises RuleError."""
    if not isinstance(raw, dict):
        raise RuleError((), "a rule must be an object")
    rule_id = fields.text(raw, "id")
    if "regions" not in raw:
        yield _rule(raw, rule_id, fields.region(fields.text(raw, "region"), ("region",)))
        return
    for index, code in enumerate(fields.items(raw, "regions")):
        yield _rule(raw, f"{rule_id}@{code}", fields.region(code, ("regions", index)))


def parse_unknown(raw: Any) -> Iterator[Unknown]:
    """The unknown values of an object of a rule file, one for each of its places. Raises RuleError."""
    if not isinstance(raw, dict):
        raise RuleError((), "an unknown value must be an object")
    tried = tuple(_attempt(one, index) for index, one in enumerate(fields.items(raw, "tried")))
    codes = fields.items(raw, "regions") if "regions" in raw else [fields.text(raw, "region")]
    for code in codes:
        yield Unknown(
            quantity=fields.text(raw, "quantity"),
            region=fields.region(code, ("regions" if "regions" in raw else "region",)),
            period=Period(fields.optional_day(raw, "from"), fields.optional_day(raw, "to")),
            why=fields.text(raw, "why"),
            tried=tried,
            where=fields.texts(raw, "where"),
        )


def parse_dispute(raw: Any) -> Dispute:
    """A dispute of a rule file. Raises RuleError."""
    if not isinstance(raw, dict):
        raise RuleError((), "a dispute must be an object")
    return Dispute(
        rule=fields.text(raw, "rule"),
        start=fields.optional_day(raw, "from"),
        says=fields.text(raw, "says"),
        by=fields.text(raw, "by"),
        on=fields.day(raw.get("on"), ("on",)),
        verdict=fields.choice(DisputeVerdict, raw, "verdict"),
        why=fields.optional_text(raw, "why"),
        source=_source(raw) if "source" in raw else None,
    )


def _attempt(raw: Any, index: int) -> Attempt:
    if not isinstance(raw, dict):
        raise RuleError(("tried", index), "say on which day what was tried")
    return Attempt(fields.day(raw.get("on"), ("tried", index, "on")), fields.text(raw, "what"))


def _rule(raw: Mapping[str, Any], rule_id: str, region: str) -> Rule:
    kind, unit, per = fields.text(raw, "kind"), fields.optional_text(raw, "unit"), fields.optional_text(raw, "per")
    if kind not in PAYLOADS:
        raise RuleError(("kind",), f"unknown kind {kind!r}; known are {', '.join(PAYLOADS)}")
    if kind in NUMERIC and unit not in UNITS:
        raise RuleError(("unit",) if unit else (), f"a rule of kind {kind!r} needs a unit, one of {', '.join(UNITS)}")
    values = tuple(_values(raw, kind))
    _check_order(values)
    return Rule(
        id=rule_id,
        kind=kind,
        quantity=fields.text(raw, "quantity"),
        region=region,
        title=fields.text(raw, "title"),
        title_en=fields.text(raw, "title_en"),
        values=values,
        where=fields.texts(raw, "where"),
        unit=unit,
        note=fields.optional_text(raw, "note"),
        per=per,
    )


def _values(rule: Mapping[str, Any], kind: str) -> Iterator[Value]:
    raws = fields.items(rule, "values")
    if not raws:
        raise RuleError(("values",), "a rule without a value says nothing")
    for index, raw in enumerate(raws):
        try:
            yield _value(raw, kind, rule)
        except RuleError as error:
            raise error.under("values", index) from None


def _value(raw: Any, kind: str, rule: Mapping[str, Any]) -> Value:
    if not isinstance(raw, dict):
        raise RuleError((), "a value must be an object")
    payload = PAYLOADS[kind](raw)
    days: dict[str, Any] = {key: fields.day(raw[key], (key,)) for key in _DAYS if key in raw}
    return Value(
        period=_period(raw, days.get("known_until")),
        evidence=fields.choice(Grade, raw, "evidence"),
        state=fields.choice(State, raw, "state"),
        source=_source(raw),
        display=_display(raw, kind, rule, payload),
        note=fields.optional_text(raw, "note"),
        **days,
        **payload,
    )


def _display(raw: Mapping[str, Any], kind: str, rule: Mapping[str, Any], payload: Payload) -> str:
    if "display" in raw:
        return fields.text(raw, "display")
    if kind in NUMERIC:
        return display(payload["accepts"], rule["unit"], rule.get("per"))
    shown: str = payload.get("text", "")
    return shown


def _period(raw: Mapping[str, Any], known_until: date | None) -> Period:
    if "from" not in raw:
        raise RuleError((), "'from' is missing: the first day, or null when the value always held")
    if ("to" in raw) == ("known_until" in raw):
        wrong = "give either 'to' (the last day, null for none) or 'known_until' (documented to that day)"
        raise RuleError((), wrong, "Keep 'to' when the end is known, 'known_until' when only the documents end")
    start, end = fields.optional_day(raw, "from"), known_until or fields.optional_day(raw, "to")
    if start and end and end < start:
        wrong = f"the value ends {end} before it starts {start}"
        raise RuleError(("to" if "to" in raw else "known_until",), wrong, "Correct one of the two days")
    return Period(start, end)


def _check_order(values: tuple[Value, ...]) -> None:
    for index, (earlier, later) in enumerate(pairwise(values), 1):
        if earlier.period.end is None or later.period.start is None or later.period.start <= earlier.period.end:
            wrong = "this value overlaps the one before it, or they are not in order of time"
            advice = "End the earlier value the day before the next begins, and keep them in order of time"
            raise RuleError(("values", index), wrong, advice)


def _source(raw: Mapping[str, Any]) -> Source:
    given = raw.get("source")
    if not isinstance(given, dict) or not given.get("title"):
        raise RuleError(("source",), "a value without a source: name the document it comes from, at least by its title")
    try:
        return _shared_source(fields.text(given, "title"), *(fields.optional_text(given, key) for key in _CITED))
    except RuleError as error:
        raise error.under("source") from None


@cache
def _shared_source(
    title: str, doc_no: str | None, issuer: str | None, published: str | None, url: str | None
) -> Source:
    if published is None:
        return Source(title, doc_no, issuer, None, url)
    days = fields.span(published, ("published",))
    precise = days.start == days.end
    return Source(title, doc_no, issuer, days.start if precise else None, url, None if precise else published)

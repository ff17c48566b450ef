"""The payload of a value, by the kind of its rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from reference import fields
from reference.fields import RuleError
from reference.interval import Interval

NUMERIC = frozenset({"value", "floor", "cap", "frame"})
ROUNDING_MODES = ("nearest", "up", "down")
Payload = dict[str, Any]
_DIGITS = 15


def numbers(raw: Mapping[str, Any]) -> Payload:
    """Read "value": a number, a range {"min", "max"}, or {"accept": [several of them]}."""
    if "value" not in raw:
        raise RuleError((), "'value' is missing")
    given = raw["value"]
    alternatives = given["accept"] if isinstance(given, dict) and "accept" in given else [given]
    if not isinstance(alternatives, list) or not alternatives:
        raise RuleError(("value", "accept"), "'accept' must be a list of at least one number or range")
    return {"accepts": tuple(map(_interval, alternatives))}


def _interval(raw: Any) -> Interval:
    if not isinstance(raw, dict):
        number = _number(raw)
        return Interval(number, number)
    if not raw or raw.keys() - {"min", "max"}:
        raise RuleError(("value",), "a range has 'min', 'max' or both, and nothing else")
    low, high = (_number(raw[key]) if key in raw else None for key in ("min", "max"))
    if low is not None and high is not None and low > high:
        raise RuleError(("value",), f"the range ends at {high}, below its start {low}", "Exchange 'min' and 'max'")
    return Interval(low, high)


def _number(raw: Any) -> Decimal:
    try:
        number = Decimal(raw) if isinstance(raw, int | str | Decimal) and not isinstance(raw, bool) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or not _writable(number):
        raise RuleError(("value",), f"not a number: {raw!r}")
    return number


def _writable(number: Decimal) -> bool:
    """True for what a text may hold; 1e999999 would be written out in a million digits."""
    return abs(number) < Decimal(10) ** _DIGITS and -int(number.as_tuple().exponent) <= _DIGITS


def _set(raw: Mapping[str, Any]) -> Payload:
    return {"members": frozenset(fields.names(raw, "members"))}


def _statement(raw: Mapping[str, Any]) -> Payload:
    return {"truth": fields.truth(raw, "truth")}


def _hotline(raw: Mapping[str, Any]) -> Payload:
    printed = fields.names(raw, "numbers")
    return {"text": "、".join(printed), "members": frozenset(number.replace("-", "") for number in printed)}


def _term(raw: Mapping[str, Any]) -> Payload:
    names = frozenset(fields.names(raw, "names"))
    return {"truth": fields.truth(raw, "current"), "text": fields.text(raw, "use"), "members": names}


def _date(raw: Mapping[str, Any]) -> Payload:
    given = fields.items(raw, "dates")
    return {"dates": tuple(fields.span(one, ("dates", index)) for index, one in enumerate(given))}


def _document(raw: Mapping[str, Any]) -> Payload:
    return {"details": fields.texts(raw, "document")}


def _schedule(raw: Mapping[str, Any]) -> Payload:
    return {"details": fields.texts(raw, "parameters")}


def _rounding(raw: Mapping[str, Any]) -> Payload:
    given = _object(raw, "rounding")
    if given.get("mode") not in ROUNDING_MODES:
        raise RuleError(("rounding",), f"'mode' must be one of {', '.join(ROUNDING_MODES)}")
    step = _number(given.get("to"))
    if step <= 0:
        raise RuleError(
            ("rounding", "to"), f"amounts cannot be rounded to {step}", "Give a step above zero, such as 1 or 0.01"
        )
    return {"details": {"to": str(step), "mode": given["mode"]}}


def _cycle(raw: Mapping[str, Any]) -> Payload:
    given = _object(raw, "cycle")
    published = _object(given, "published")
    details = {f"published_{end}": fields.month_day(published, end) for end in ("from", "to")}
    if "effective" in given:
        details["effective"] = fields.month_day(given, "effective")
    days = fields.items(given, "seen") if "seen" in given else []
    seen = tuple(fields.span(one, ("cycle", "seen", index)) for index, one in enumerate(days))
    return {"details": details, "members": frozenset(fields.names(given, "governs")), "dates": seen}


def _object(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    given = raw.get(key)
    if not isinstance(given, dict):
        raise RuleError((key,) if key in raw else (), f"'{key}' must be an object")
    return given


def _article(raw: Mapping[str, Any]) -> Payload:
    details = {"law": fields.text(raw, "law"), "number": fields.text(raw, "number")}
    return {"details": details, "text": fields.text(raw, "about"), "members": frozenset(fields.names(raw, "subjects"))}


PAYLOADS: dict[str, Callable[[Mapping[str, Any]], Payload]] = {
    **dict.fromkeys(sorted(NUMERIC), numbers),
    "set": _set,
    "statement": _statement,
    "hotline": _hotline,
    "term": _term,
    "date": _date,
    "document": _document,
    "schedule": _schedule,
    "rounding": _rounding,
    "cycle": _cycle,
    "article": _article,
}
"""Reads the fields of ``Value`` that a kind fills. Each raises RuleError."""

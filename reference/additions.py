"""New values put where they belong in the JSON of a rule file, and the earlier value closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from reference.fields import RuleError
from reference.period import Period

Raw = Mapping[str, Any]


def with_rule(content: Raw | None, rule: Raw, close: bool) -> dict[str, Any]:
    """The content of a rule file with the rule, or with its values when the rule stands there. Raises RuleError."""
    old = content or {"rules": []}
    rules: list[Raw] = list(old["rules"])
    index = next((index for index, one in enumerate(rules) if one.get("id") == rule["id"]), None)
    if index is None:
        rules.append(rule)
    else:
        rules[index] = with_values(rules[index], rule["values"], close)
    return {**old, "rules": rules}


def with_values(rule: Raw, new: Sequence[Raw], close: bool) -> dict[str, Any]:
    """The rule with further values in order of time. Raises RuleError for an overlap.

    With ``close`` an earlier value that runs into a new one ends the day before it; it was replaced, so that nobody
    need look at it again.
    """
    values: list[Raw] = list(rule["values"])
    for value in new:
        values = _inserted(values, value, close)
    return {**rule, "values": values}


def runs_into(rule: Raw, value: Raw) -> Raw | None:
    """The value that could be closed for the new one: it starts before, and its end is open, later or documented."""
    start = _period(value).start
    earlier = [one for one in rule["values"] if start is not None and (_period(one).start or date.min) < start]
    last = earlier[-1] if earlier else None
    if last is None or start is None:
        return None
    end = _period(last).end
    replaced = end is None or end >= start or ("known_until" in last and end == start - timedelta(days=1))
    return last if replaced else None


def _inserted(values: list[Raw], value: Raw, close: bool) -> list[Raw]:
    before = runs_into({"values": values}, value)
    if close and before is not None:
        values = [_ended(one, _period(value)) if one is before else one for one in values]
    for one in values:
        if _period(one).overlaps(_period(value)):
            raise RuleError(("from",), _overlap(one, value), _advice(one is before))
    return sorted([*values, value], key=lambda one: _period(one).start or date.min)


def _ended(value: Raw, by: Period) -> Raw:
    """The value as it reads once another took its place; the keys stay in their order."""
    assert by.start is not None
    end = (by.start - timedelta(days=1)).isoformat()
    closed: dict[str, Any] = {}
    for key, item in value.items():
        if key in ("to", "known_until"):
            closed["to"] = end
        elif key != "review_by":
            closed[key] = item
    return closed


def _overlap(one: Raw, value: Raw) -> str:
    return f"the value of {_shown(value)} overlaps the one of {_shown(one)}"


def _advice(closable: bool) -> str:
    if closable:
        return "Close the earlier one (--close, or the column close), or correct the days"
    return "Correct the days, or mend the value that is there"


def _shown(value: Raw) -> str:
    period = _period(value)
    return f"{period.start or 'always'} – {period.end or 'open'}"


def _period(value: Raw) -> Period:
    start, end = value.get("from"), value.get("known_until") or value.get("to")
    return Period(*(None if day is None else date.fromisoformat(day) for day in (start, end)))

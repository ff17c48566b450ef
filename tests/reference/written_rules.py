"""Rules for tests, written as in a rule file, without what a test does not care about."""

from __future__ import annotations

from typing import Any

from reference.model import Rule
from reference.parse import parse_rules


def value(start: str | None, end: str | None = None, number: Any = 16, **more: Any) -> dict[str, Any]:
    """A value in force from ``start`` to ``end``."""
    ends = {} if "known_until" in more else {"to": end}
    return {"from": start, **ends, "value": number, **_UPKEEP, **more}


def cycle(governs: list[str], first: str, last: str, **more: Any) -> dict[str, Any]:
    """When in the year figures are published."""
    published = {"governs": governs, "published": {"from": first, "to": last}}
    return {"from": None, "to": None, "cycle": published, **_UPKEEP, **more}


def raw_rule(*values: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A rule on the pension rate, as JSON."""
    usual = {
        "id": "test.rate",
        "kind": "value",
        "quantity": "pension.rate",
        "region": "000000",
        "title": "单位费率",
        "title_en": "Employer rate",
        "unit": "percent",
    }
    return {**usual, **more, "values": list(values)}


def rule(*values: dict[str, Any], **more: Any) -> Rule:
    """The same, parsed."""
    (parsed,) = parse_rules(raw_rule(*values, **more))
    return parsed


_UPKEEP = {
    "state": "in_force",
    "evidence": "official",
    "verified_on": "2026-11-21",
    "source": {"title": "某通知", "issuer": "某厅", "published": "2019-04-01"},
}

"""Disputes as they are written: opened, found again, and closed in the JSON of a rule file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reference.fields import RuleError
from reference.model import DisputeVerdict, Rule, Value
from reference.shown import shown_days

FILE = "disputes.json"
"""The file of a folder of rules in which disputes are written."""

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A value somebody disputes: ``rule`` is the id, ``start`` its first day (``None``: it always held)."""

    rule: str
    start: date | None

    def is_of(self, raw: Content) -> bool:
        """True for a dispute about it."""
        start = None if self.start is None else self.start.isoformat()
        return raw.get("rule") == self.rule and raw.get("from") == start


def disputed_value(rule: Rule, start: date | None, always: bool = False) -> Value:
    """The value that starts on that day, or else holds on it; without a day the only one. Raises RuleError."""
    if start is None and not always:
        if len(rule.values) == 1:
            return rule.values[0]
        raise RuleError((), f"{rule.id} has {len(rule.values)} values", _say_which(rule.values))
    exact = next((value for value in rule.values if value.period.start == start), None)
    found = exact or (rule.value_on(start) if start is not None else None)
    if found is None:
        raise RuleError((), f"{rule.id} has no value of {start or 'all times'}", _say_which(rule.values))
    return found


def opened(content: Content, about: Disputed, words: Mapping[str, str], source: Mapping[str, str]) -> Content:
    """The content of the file with a new dispute at its end; ``words`` are says, by and on. Raises RuleError.

    One person disputes a value once: a second word would count twice.
    """
    given: Sequence[Content] = content.get("disputes", [])
    if any(about.is_of(one) and one.get("by") == words["by"] and _is_open(one) for one in given):
        raise RuleError((), f"{words['by']} disputes this value already", "Close that dispute first")
    dispute: dict[str, Any] = {
        "rule": about.rule,
        "from": about.start and about.start.isoformat(),
        **words,
        "verdict": DisputeVerdict.OPEN.value,
    }
    return {**content, "disputes": [*given, dispute | ({"source": source} if source else {})]}


def closed(
    content: Content, rule: str, about: Disputed | None, by: str | None, verdict: DisputeVerdict, why: str
) -> Content:
    """The content with the open dispute about the rule decided. Raises RuleError.

    ``about`` (one of its values) and ``by`` choose among several. The value itself may have been mended meanwhile.
    """
    given: Sequence[Content] = content.get("disputes", [])
    fitting = [one for one in given if one.get("rule") == rule and _is_open(one) and by in (None, one.get("by"))]
    fitting = [one for one in fitting if about is None or about.is_of(one)]
    if not fitting:
        raise RuleError(
            (), f"there is no such open dispute about {rule} here", "See `factlint reference dispute --list`"
        )
    if len(fitting) > 1:
        several = "; ".join(f"{one.get('from') or 'always'} by {one.get('by')}" for one in fitting)
        raise RuleError((), f"several disputes about {rule} are open: {several}", "Choose one with --value and --by")
    decided = {**fitting[0], "verdict": verdict.value, "why": why}
    return {**content, "disputes": [decided if one is fitting[0] else one for one in given]}


def _is_open(raw: Content) -> bool:
    return raw.get("verdict") == DisputeVerdict.OPEN.value


def _say_which(values: Iterable[Value]) -> str:
    known = "; ".join(shown_days(value) for value in values)
    return f"Say with --value from which day the disputed one holds: {known}"

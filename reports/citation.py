"""A rule, its value's time and its source, in words."""

from __future__ import annotations

from reference.model import Rule, Source, Value
from reports.wording import Wording


def rule_title(rule: Rule, wording: Wording) -> str:
    """The rule's title in the report's language."""
    return (rule.title_en if wording.lang == "en" else rule.title) or rule.title or rule.id


def period_text(value: Value, wording: Wording) -> str:
    """When the value held: 「2019-05-01 起」."""
    start, end = value.period.start, value.period.end
    if value.known_until is not None:
        key = "period.known_until" if start else "period.known_only_until"
        return wording(key, start=start, end=value.known_until)
    if start and end:
        return wording("period.between", start=start, end=end)
    if start:
        return wording("period.since", start=start)
    return wording("period.until", end=end) if end else wording("period.always")


def value_text(value: Value) -> str:
    """What held, as its rule file shows it; its text or truth where that shows nothing."""
    if value.display or value.text:
        return value.display or value.text or ""
    return "" if value.truth is None else "✓" if value.truth else "✗"


def grade_text(value: Value, wording: Wording) -> str:
    """How well the value is proved, and that somebody disputes it while that is open."""
    grade = wording.label("evidence", value.evidence.value)
    return f"{grade}{wording('list.separator')}{wording('disputed')}" if value.disputed else grade


def source_parts(source: Source) -> tuple[str, ...]:
    """Title, document number, issuer and day, whichever are known."""
    title = f"《{source.title}》" if source.title and not source.title.startswith("《") else source.title
    day = source.published.isoformat() if source.published else source.dated
    return tuple(part for part in (title, source.doc_no, source.issuer, day) if part)

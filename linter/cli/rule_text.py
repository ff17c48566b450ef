"""A reference rule in words: every value with its time, its standing and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import click

from reference.model import Reference, Rule, Source, Value
from reference.period import Period


def rule_text(rule: Rule) -> str:
    """The rule in several lines, its values in order of time."""
    return "\n".join(_lines(rule)) + "\n"


def unknown(name: str, reference: Reference, others: Iterable[str] = ()) -> click.UsageError:
    """The error for a name that is no rule's id and none of the ``others``, with the nearest that is."""
    near = get_close_matches(name, [*(rule.id for rule in reference.rules), *others], n=1)
    hint = f"did you mean {near[0]}?" if near else "see `factlint reference list` and `factlint checks`"
    return click.UsageError(f"nothing is called {name!r}: {hint}")


def shown_value(value: Value) -> str:
    """What held, in a few words."""
    if value.display:
        return value.display
    if value.dates:
        return " or ".join(_shown_span(span) for span in value.dates)
    if value.members and not value.details:
        return "、".join(sorted(value.members))
    if value.details:
        named = ", ".join(f"{name} {detail}" for name, detail in value.details.items())
        return f"{'、'.join(sorted(value.members))}: {named}" if value.members else named
    return value.text if value.text is not None else str(value.truth)


def shown_days(value: Value) -> str:
    """The days a value holds: an open side is left empty, an end that is not known is a question mark."""
    end = f"{value.known_until} ?" if value.known_until else str(value.period.end or "")
    return f"{value.period.start or ''} – {end}".strip()


def _shown_span(span: Period) -> str:
    return str(span.start) if span.start == span.end else f"{span.start or ''}/{span.end or ''}"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title} / {rule.title_en}"
    where = ", ".join(f"{name}={value}" for name, value in sorted(rule.where.items()))
    yield f"  {rule.kind} {rule.quantity}, region {rule.region}" + (f", {where}" if where else "")
    if rule.note:
        yield f"  {rule.note}"
    for value in rule.values:
        yield f"  {shown_days(value)}: {shown_value(value)} ({value.state}, {value.evidence})"
        yield f"    {citation(value.source)}"
        if value.note:
            yield f"    {value.note}"


def citation(source: Source) -> str:
    """Title, number, issuer, day and address, whichever are known."""
    parts = (source.title, source.doc_no, source.issuer, source.published or source.dated, source.url)
    return ", ".join(str(part) for part in parts if part)

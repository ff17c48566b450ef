"""A reference rule in words: every value with its time, its standing and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import click

from reference.model import Reference, Rule
from reference.shown import cited, shown_days, shown_value


def rule_text(rule: Rule) -> str:
    """The rule in several lines, its values in order of time."""
    return "\n".join(_lines(rule)) + "\n"


def unknown(name: str, reference: Reference, others: Iterable[str] = ()) -> click.UsageError:
    """The error for a name that is no rule's id and none of the ``others``, with the nearest that is."""
    near = get_close_matches(name, [*(rule.id for rule in reference.rules), *others], n=1)
    hint = f"did you mean {near[0]}?" if near else "see `factlint reference list` and `factlint checks`"
    return click.UsageError(f"nothing is called {name!r}: {hint}")


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title} / {rule.title_en}"
    where = ", ".join(f"{name}={value}" for name, value in sorted(rule.where.items()))
    yield f"  {rule.kind} {rule.quantity}, region {rule.region}" + (f", {where}" if where else "")
    if rule.note:
        yield f"  {rule.note}"
    for value in rule.values:
        yield f"  {shown_days(value)}: {shown_value(value)} ({value.state}, {value.evidence})"
        yield f"    {cited(value.source)}"
        if value.note:
            yield f"    {value.note}"

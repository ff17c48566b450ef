"""A reference rule in words: every value with its time, its standing, its source, and what is said against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import click

from reference.due import Reason, Review, review_by
from reference.model import Dispute, DisputeVerdict, Reference, Rule, Unknown, Value
from reference.shown import cited, shown_days, shown_period, shown_value
from reference.timeline import timeline

_REASONS = {
    Reason.ASKED: "its curator asked for it",
    Reason.CYCLE: "new figures are published by then",
    Reason.ENDED: "its documents end: does it go on?",
    Reason.AGE: "some years after it was verified",
}


def rule_text(rule: Rule, reference: Reference) -> str:
    """The rule in several lines, its values in order of time, with what ``reference`` records about it."""
    return "\n".join(_lines(rule, reference)) + "\n"


def why_due(review: Review) -> str:
    """Why a value is to be looked at again, in words."""
    return _REASONS[review.reason] + (f", see {review.cycle}" if review.cycle else "")


def dispute_text(dispute: Dispute) -> str:
    """Who says what against a value, and what became of it."""
    said = f"{dispute.by} on {dispute.on}: {dispute.says}"
    source = f" ({cited(dispute.source)})" if dispute.source else ""
    if dispute.verdict is DisputeVerdict.OPEN:
        return f"disputed by {said}{source}"
    return f"{dispute.verdict} dispute by {said}{source}; {dispute.why or 'no reason given'}"


def unknown(name: str, reference: Reference, others: Iterable[str] = ()) -> click.UsageError:
    """The error for a name that is no rule's id and none of the ``others``, with the nearest that is."""
    near = get_close_matches(name, [*(rule.id for rule in reference.rules), *others], n=1)
    hint = f"did you mean {near[0]}?" if near else "see `factlint reference search` and `factlint checks`"
    return click.UsageError(f"nothing is called {name!r}: {hint}")


def _lines(rule: Rule, reference: Reference) -> Iterator[str]:
    yield f"{rule.id}: {rule.title} / {rule.title_en}"
    where = ", ".join(f"{name}={value}" for name, value in sorted(rule.where.items()))
    yield f"  {rule.kind} {rule.quantity}, region {rule.region}" + (f", {where}" if where else "")
    if rule.note:
        yield f"  {rule.note}"
    disputes = [one for one in reference.disputes if one.rule == rule.id]
    for stretch in timeline(rule, reference.unknown):
        if stretch.value is not None:
            yield from _value(rule, stretch.value, reference, disputes)
        elif stretch.unknown is not None:
            yield f"  {shown_period(stretch.period)}: not known: {stretch.unknown.why}"
            yield from _tried(stretch.unknown)
        else:
            yield f"  {shown_period(stretch.period)}: nothing is recorded"
    starts = {value.period.start for value in rule.values}
    yield from (f"  {one.start or 'always'}: {dispute_text(one)}" for one in disputes if one.start not in starts)


def _value(rule: Rule, value: Value, reference: Reference, disputes: Iterable[Dispute]) -> Iterator[str]:
    yield f"  {shown_days(value)}: {shown_value(value)} ({value.state}, {value.evidence})"
    yield f"    {cited(value.source)}"
    if value.note:
        yield f"    {value.note}"
    upkeep = [f"verified {value.verified_on}"] if value.verified_on else []
    review = review_by(rule, value, [one for one in reference.rules if one.kind == "cycle"])
    if review is not None:
        upkeep.append(f"to be looked at again by {review.by} ({why_due(review)})")
    if upkeep:
        yield f"    {', '.join(upkeep)}"
    yield from (f"    {dispute_text(one)}" for one in disputes if one.start == value.period.start)


def _tried(one: Unknown) -> Iterator[str]:
    yield from (f"    tried on {attempt.on}: {attempt.what}" for attempt in one.tried)

"""One finding as the JSON report shows it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.finding import Evidence, Finding, RuleCitation, Suggestion
from linter.result import Settled
from linter.text import Span
from reference.interval import Interval
from reference.model import Value
from reference.period import Period
from reference.plain_json import Json, day, source_object
from reports.arithmetic import proof_lines
from reports.located import LocatedDocument, LocatedFinding, Place, home_of
from reports.wording import Wording


def finding_object(
    found: LocatedFinding, entry: LocatedDocument, homes: Mapping[str, LocatedDocument], lang: str
) -> dict[str, Json]:
    """The finding with the keys of the contract. ``homes`` are the documents its evidence may lie in."""
    finding, wording = found.finding, Wording(lang)
    slots: dict[str, Json] = dict(finding.claim)
    return {
        "fingerprint": found.fingerprint,
        "code": finding.code,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message.in_language(lang),
        "quote": entry.quote(finding.span),
        "context": entry.quote(finding.context),
        "span": span_object(found.place),
        "evidence": [_evidence(item, finding.context, entry, homes) for item in finding.evidence],
        "claim": slots,
        "expected": finding.expected,
        "verdict": {"at_publication": finding.verdict.at_publication, "now": finding.verdict.now},
        "proof": _proof(finding, wording),
        "rule": _rule(finding.rule) if finding.rule else None,
        "suggestion": _suggestion(finding.suggestion, entry) if finding.suggestion else None,
        "cause": finding.cause.in_language(lang) if finding.cause else None,
        "location": _location(finding.span, entry),
        "copy_of": found.copy_of,
        "copies": [copy.fingerprint for copy in found.copies],
        "first_in": found.repetition.first,
        "also_in": list(found.repetition.others),
    }


def settled_object(found: LocatedFinding, settled: Settled, entry: LocatedDocument, lang: str) -> dict[str, Json]:
    """A finding that does not count, and why."""
    finding = found.finding
    return {
        "fingerprint": found.fingerprint,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message.in_language(lang),
        "quote": entry.quote(finding.span),
        "span": span_object(found.place),
        "by": settled.by,
        "reason": settled.reason,
        "owner": settled.owner,
        "expires": day(settled.expires),
    }


def span_object(place: Place) -> dict[str, Json]:
    """A place in the source, in code points."""
    return {
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _evidence(
    item: Evidence, context: Span, entry: LocatedDocument, homes: Mapping[str, LocatedDocument]
) -> dict[str, Json]:
    home = home_of(item, entry, homes)
    if home is None:
        return {"role": item.role, "quote": "", "context": "", "path": item.path, "span": None}
    near = context if home is entry and context.contains(item.span) else home.sentence(item.span)
    return {
        "role": item.role,
        "quote": home.quote(item.span),
        "context": home.quote(near),
        "path": home.document.path,
        "span": span_object(home.positions.place(item.span)),
    }


def _proof(finding: Finding, wording: Wording) -> list[Json]:
    """The steps, exactly and as a person would write them down."""
    lines = zip(finding.proof, proof_lines(finding, wording), strict=True)
    return [{"op": step.op, "in": list(step.inputs), "out": step.out, "text": line} for step, line in lines]


def _rule(citation: RuleCitation) -> dict[str, Json]:
    rule, value = citation.rule, citation.value
    return {
        "id": rule.id,
        "region": rule.region,
        "value": _payload(value),
        "from": day(value.period.start),
        "to": day(value.period.end),
        "evidence": value.evidence.value,
        "source": source_object(value.source),
        "title": rule.title,
        "title_en": rule.title_en,
        "kind": rule.kind,
        "unit": rule.unit,
        "display": value.display,
        "state": value.state.value,
        "known_until": day(value.known_until),
        "history": [_dated(value) for value in rule.values],
        "disputed": value.disputed,
    }


def _dated(value: Value) -> dict[str, Json]:
    return {
        "from": day(value.period.start),
        "to": day(value.period.end),
        "value": _payload(value),
        "display": value.display,
        "state": value.state.value,
        "evidence": value.evidence.value,
    }


def _payload(value: Value) -> Json:
    """What held, by the rule's kind: text, truth, days, numbers (decimals as strings), ids, or named details."""
    if value.text is not None:
        return value.text
    if value.truth is not None:
        return value.truth
    if value.dates:
        return [_days(period) for period in value.dates]
    if value.accepts:
        shown = [_numbers(interval) for interval in value.accepts]
        return shown[0] if len(shown) == 1 else shown
    if value.members:
        return [*sorted(value.members)]
    details: dict[str, Json] = dict(sorted(value.details.items()))
    return details


def _days(period: Period) -> Json:
    return {"from": day(period.start), "to": day(period.end)}


def _numbers(interval: Interval) -> Json:
    if interval.is_point:
        return _decimal(interval.low)
    return {
        "low": _decimal(interval.low),
        "high": _decimal(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _decimal(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _suggestion(suggestion: Suggestion, entry: LocatedDocument) -> dict[str, Json]:
    return {
        "replace": entry.quote(suggestion.span),
        "with": suggestion.replacement,
        "span": span_object(entry.positions.place(suggestion.span)),
    }


def _location(span: Span, entry: LocatedDocument) -> dict[str, Json] | None:
    number = entry.positions.paragraph(span)
    return None if number is None else {"paragraph": number}

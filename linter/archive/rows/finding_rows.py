"""Findings as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.archive.rows.places import Places
from linter.finding import Finding, RuleCitation
from linter.result import DocumentResult

_SUBJECTS = ("quantity", "subject", "statement", "set", "service", "event", "term", "scheme")


def finding_rows(result: DocumentResult) -> Iterator[dict[str, Any]]:
    """A row for each finding, in their order, without the document's name."""
    places = Places(result.document)
    for number, finding in enumerate(result.findings):
        yield {
            "finding": number,
            "code": finding.code,
            "name": finding.name,
            "family": finding.family,
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "message_zh": finding.message.zh,
            "message_en": finding.message.en,
            **places.columns(finding.span, finding.context),
            "fingerprint": finding.fingerprint,
            **_rule(finding.rule),
            "verdict_at_publication": finding.verdict.at_publication,
            "verdict_now": finding.verdict.now,
            "expected": finding.expected,
            "suggestion": finding.suggestion.replacement if finding.suggestion else None,
            "subject": _subject(finding),
            "claim": ";".join(f"{name}={value}" for name, value in finding.claim),
            "cause_zh": finding.cause.zh if finding.cause else None,
            "cause_en": finding.cause.en if finding.cause else None,
            "still_right": finding.still_right,
        }


def _rule(cited: RuleCitation | None) -> dict[str, Any]:
    return {
        "rule": cited.rule.id if cited else None,
        "rule_region": cited.rule.region if cited else None,
        "rule_from": cited.value.period.start if cited else None,
        "evidence_grade": cited.value.evidence.value if cited else None,
    }


def _subject(finding: Finding) -> str:
    """What it is about, as the subject of a claim; what rests on a rule is at least about the rule's quantity."""
    slots = dict(finding.claim)
    named = next((slots[name] for name in _SUBJECTS if name in slots), None)
    return named or (finding.rule.rule.quantity if finding.rule else "")

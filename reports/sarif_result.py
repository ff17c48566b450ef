"""A finding as SARIF's result."""

from __future__ import annotations

from collections.abc import Mapping

from linter.control_characters import without_controls
from linter.finding import Evidence, Suggestion
from linter.result import Settled
from reference.plain_json import Json
from reports.json_finding import finding_object
from reports.located import LocatedDocument, LocatedFinding, home_of
from reports.sarif_place import artifact_location, physical_location, region
from reports.sarif_rule import LEVELS
from reports.wording import Wording

FINGERPRINT = "factlint/v1"
_RANKS = {"high": 90.0, "medium": 60.0, "low": 30.0}
# What the standard has no place for, as the JSON report writes it.
_PROPERTIES = ("name", "family", "confidence", "quote", "claim", "expected", "verdict", "proof", "cause", "location")
_RULE_PROPERTIES = ("id", "region", "value", "from", "to", "evidence", "source", "disputed")


def result_object(
    found: LocatedFinding, entry: LocatedDocument, homes: Mapping[str, LocatedDocument], wording: Wording, rule: int
) -> dict[str, Json]:
    """The result; ``rule`` is the place of its check among the rules of the run."""
    finding = found.finding
    related = (_related(item, entry, homes, wording) for item in finding.evidence)
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": without_controls(finding.message.in_language(wording.lang))},
        "locations": [{"physicalLocation": physical_location(entry, found.place)}],
        "relatedLocations": [{"id": number, **each} for number, each in enumerate(related)],
        "partialFingerprints": {FINGERPRINT: found.fingerprint},
        "fixes": _fixes(finding.suggestion, entry, wording),
        "rank": _RANKS[finding.confidence],
        "properties": _properties(finding_object(found, entry, homes, wording.lang)),
    }


def settled_properties(settled: Settled) -> dict[str, Json]:
    """What marks a result that does not count."""
    if settled.by == "baseline":
        return {"baselineState": "unchanged"}
    justification: dict[str, Json] = {"justification": settled.reason} if settled.reason else {}
    return {"suppressions": [{"kind": "external", "status": "accepted", **justification}]}


def _properties(written: Mapping[str, Json]) -> dict[str, Json]:
    rule = written["rule"]
    chosen = {key: written[key] for key in _PROPERTIES}
    return {**chosen, "rule": {key: rule[key] for key in _RULE_PROPERTIES} if isinstance(rule, dict) else None}


def _related(
    item: Evidence, entry: LocatedDocument, homes: Mapping[str, LocatedDocument], wording: Wording
) -> dict[str, Json]:
    home, role = home_of(item, entry, homes), wording.label("role", item.role)
    if home is None:
        location: Json = {"artifactLocation": artifact_location(item.path or "")}
        return {"physicalLocation": location, "message": {"text": without_controls(role)}}
    return {
        "physicalLocation": physical_location(home, home.positions.place(item.span)),
        "message": {"text": without_controls(f"{role} 「{home.quote(item.span)}」")},
    }


def _fixes(suggestion: Suggestion | None, entry: LocatedDocument, wording: Wording) -> list[Json]:
    if suggestion is None or not entry.positions.replaceable(suggestion.span):
        return []
    replacement: Json = {
        "deletedRegion": region(entry.positions.place(suggestion.span)),
        "insertedContent": {"text": suggestion.replacement},
    }
    words = wording("sarif.suggestion", words=without_controls(suggestion.replacement))
    change: Json = {"artifactLocation": artifact_location(entry.document.path), "replacements": [replacement]}
    return [{"description": {"text": words}, "artifactChanges": [change]}]

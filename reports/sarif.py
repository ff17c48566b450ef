"""SARIF 2.1.0 (OASIS), for code scanning and the editors that read it. Columns count code points."""

from __future__ import annotations

from linter.json_text import json_text
from linter.report import RenderOptions
from linter.result import RunResult
from reference.plain_json import Json
from reports.coverage import coverage_line, total
from reports.flat import FlatProblem, problems
from reports.located import LocatedDocument, by_path, located
from reports.sarif_place import artifact_location
from reports.sarif_result import result_object, settled_properties
from reports.sarif_rule import rule_objects
from reports.wording import Wording

NAME = "sarif"
SUFFIX = ".sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """One run: what was read, what was found, what could not be done."""
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result, Wording(lang), options)]})


def _run(result: RunResult, wording: Wording, options: RenderOptions) -> dict[str, Json]:
    documents = located(result)
    homes = by_path(documents, result.elsewhere)
    rules = rule_objects(documents, wording.lang, options)
    order = {str(rule["id"]): index for index, rule in enumerate(rules)}
    return {
        "tool": {"driver": {"name": "factlint", "version": result.version, "rules": [*rules]}},
        "invocations": [_invocation(result, wording.lang)],
        "artifacts": [_artifact(entry) for entry in documents],
        "columnKind": "unicodeCodePoints",
        "language": wording("lang"),
        "results": [
            *(
                result_object(found, entry, homes, wording, order[found.finding.code])
                for entry in documents
                for found in entry.findings
            ),
            *(
                result_object(found, entry, homes, wording, order[found.finding.code]) | settled_properties(settled)
                for entry in documents
                for found, settled in entry.settled
            ),
        ],
        "properties": _conditions(result, wording),
    }


def _invocation(result: RunResult, lang: str) -> dict[str, Json]:
    notifications: list[Json] = [_notification(problem) for problem in problems(result, lang)]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def _notification(problem: FlatProblem) -> dict[str, Json]:
    return {
        "level": "error",
        "message": {"text": problem.reason},
        "locations": [{"physicalLocation": {"artifactLocation": artifact_location(problem.path)}}],
    }


def _artifact(entry: LocatedDocument) -> dict[str, Json]:
    return {
        "location": artifact_location(entry.document.path),
        "roles": ["analysisTarget"],
        "encoding": entry.document.encoding,
        "hashes": {"sha-256": entry.document.sha256},
    }


def _conditions(result: RunResult, wording: Wording) -> dict[str, Json]:
    """What the result rests on, and how much of the numbers it covers."""
    return {
        "as_of": result.as_of.isoformat(),
        "profile": result.profile,
        "reference": {"rules": result.rules, "sha256": result.reference_sha256},
        "coverage": coverage_line(total(entry.coverage for entry in result.documents), wording),
    }

"""The Reviewdog Diagnostic Format, as one JSON object. Its columns count bytes of UTF-8."""

from __future__ import annotations

from linter.json_text import json_text
from linter.report import RenderOptions
from linter.result import RunResult
from reference.plain_json import Json
from reports.flat import PROBLEM, FlatFinding, FlatProblem, flat, problems
from reports.located import LocatedDocument, Place

NAME = "rdjson"
SUFFIX = ".json"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """A diagnostic for each problem and each finding, with suggestions that can be applied."""
    diagnostics: list[Json] = [_of_problem(problem) for problem in problems(result, lang)]
    diagnostics += [_of_finding(each) for each in flat(result, lang, options)]
    return json_text({"source": {"name": "factlint"}, "diagnostics": diagnostics})


def _of_problem(problem: FlatProblem) -> dict[str, Json]:
    return {
        "message": problem.reason,
        "location": {"path": problem.path},
        "severity": "ERROR",
        "code": {"value": PROBLEM},
    }


def _of_finding(each: FlatFinding) -> dict[str, Json]:
    return {
        "message": "\n".join(line for line in (each.message, each.cause) if line),
        "location": {"path": each.path, "range": _range(each.entry, each.place)},
        "severity": each.severity.name,
        "code": {"value": each.title, "url": each.link},
        "suggestions": _suggestions(each),
        "original_output": f"{each.code} {each.fingerprint}",
    }


def _suggestions(each: FlatFinding) -> list[Json]:
    suggestion, positions = each.finding.suggestion, each.entry.positions
    if suggestion is None or not positions.replaceable(suggestion.span):
        return []
    return [{"range": _range(each.entry, positions.place(suggestion.span)), "text": suggestion.replacement}]


def _range(entry: LocatedDocument, place: Place) -> dict[str, Json]:
    column, end_column = entry.positions.columns(place, "utf-8")
    return {
        "start": {"line": place.line, "column": column},
        "end": {"line": place.end_line, "column": end_column},
    }

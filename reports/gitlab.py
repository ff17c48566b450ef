"""The Code Quality report of GitLab."""

from __future__ import annotations

import hashlib

from linter.json_text import json_text
from linter.report import RenderOptions
from linter.result import RunResult
from reference.plain_json import Json
from reports.flat import PROBLEM, FlatFinding, FlatProblem, flat, problems

NAME = "gitlab"
SUFFIX = ".json"

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}
_SEPARATOR = "\x1f"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """A list with an entry for each problem and each finding. GitLab wants a fingerprint once in a whole report."""
    entries: list[Json] = [_of_problem(problem) for problem in problems(result, lang)]
    entries += [_of_finding(each) for each in flat(result, lang, options)]
    return json_text(entries)


def _of_problem(problem: FlatProblem) -> dict[str, Json]:
    return {
        "description": problem.reason,
        "check_name": PROBLEM,
        "fingerprint": _fingerprint(PROBLEM, problem.path, problem.reason),
        "severity": "blocker",
        "location": {"path": _path(problem.path), "lines": {"begin": 1}},
    }


def _of_finding(each: FlatFinding) -> dict[str, Json]:
    return {
        "description": each.message,
        "check_name": each.title,
        "fingerprint": _fingerprint(each.path, each.fingerprint),
        "severity": _SEVERITIES[each.severity],
        "location": {"path": _path(each.path), "lines": {"begin": each.place.line, "end": each.place.end_line}},
        "content": {"body": each.details},
    }


def _path(path: str) -> str:
    """GitLab takes no leading "./"."""
    return path.removeprefix("./")


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

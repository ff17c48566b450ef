"""A table for spreadsheets: one finding or problem a row."""

from __future__ import annotations

from collections.abc import Iterator

from linter.report import RenderOptions
from linter.result import RunResult
from linter.spreadsheet import csv_table
from reports.flat import PROBLEM, FlatFinding, FlatProblem, flat, problems

NAME = "csv"
SUFFIX = ".csv"

_COLUMNS = (
    *("path", "line", "column", "end_line", "end_column", "severity", "confidence", "code", "name", "family"),
    *("message", "quote", "expected", "suggestion", "cause", "at_publication", "now", "rule", "source"),
    *("fingerprint", "link"),
)


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """Comma-separated values (RFC 4180) with a head line, in the order of the text report, problems first."""
    return csv_table(_COLUMNS, _rows(result, lang, options))


def _rows(result: RunResult, lang: str, options: RenderOptions) -> Iterator[dict[str, object]]:
    yield from (_of_problem(problem) for problem in problems(result, lang))
    yield from (_of_finding(each) for each in flat(result, lang, options))


def _of_problem(problem: FlatProblem) -> dict[str, object]:
    return {"path": problem.path, "severity": PROBLEM, "code": PROBLEM, "message": problem.reason}


def _of_finding(each: FlatFinding) -> dict[str, object]:
    finding, place = each.finding, each.place
    return {
        "path": each.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "code": finding.code,
        "name": finding.name,
        "family": finding.family,
        "message": each.message,
        "quote": each.quote,
        "expected": finding.expected or "",
        "suggestion": each.suggestion,
        "cause": each.cause,
        "at_publication": finding.verdict.at_publication,
        "now": finding.verdict.now,
        "rule": finding.rule.rule.id if finding.rule else "",
        "source": each.source,
        "fingerprint": each.fingerprint,
        "link": each.link,
    }

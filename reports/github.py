"""Workflow commands of GitHub Actions: what is printed becomes annotations of the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.control_characters import without_controls
from linter.report import RenderOptions
from linter.result import RunResult
from reports.flat import FlatFinding, FlatProblem, flat, problems, worst_first
from reports.summary import counts_line
from reports.wording import Wording

NAME = "github"
SUFFIX = ".txt"

MOST_OF_A_LEVEL = 10
"""GitHub drops the rest of a step without a word."""
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_LEVEL_NAMES = {"error": "severity.error", "warning": "severity.warning", "notice": "severity.info"}


@dataclass(frozen=True, slots=True)
class _Annotation:
    level: str
    message: str
    properties: tuple[tuple[str, object], ...] = ()


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """Problems, then findings, the worst first and as many of a level as GitHub keeps; the counts on a plain line."""
    wording = Wording(lang)
    annotations = [
        *(_of_problem(problem, wording) for problem in problems(result, wording.lang)),
        *(_of_finding(each) for each in worst_first(flat(result, lang, options))),
    ]
    shown = _kept(annotations)
    lines = [_command(each) for each in [*shown, *_left_out(annotations, shown, wording)]]
    return "\n".join([*lines, f"factlint: {counts_line(result, wording)}"]) + "\n"


def _of_problem(problem: FlatProblem, wording: Wording) -> _Annotation:
    return _Annotation("error", problem.reason, (("file", problem.path), ("title", wording("text.problem"))))


def _of_finding(each: FlatFinding) -> _Annotation:
    properties: list[tuple[str, object]] = [("file", each.path), ("line", each.place.line)]
    properties.append(("endLine", each.place.end_line))
    if each.place.line == each.place.end_line:  # GitHub refuses columns over several lines
        column, end_column = each.entry.positions.columns(each.place, "utf-16-le")
        properties += [("col", column), ("endColumn", end_column)]
    properties.append(("title", each.title))
    return _Annotation(_LEVELS[each.severity], f"{each.details}\n{each.fingerprint}", tuple(properties))


def _kept(annotations: Iterable[_Annotation]) -> list[_Annotation]:
    """The first of each level; one notice fewer, so that the notice of what was left out is kept as well."""
    room = Counter({"error": MOST_OF_A_LEVEL, "warning": MOST_OF_A_LEVEL, "notice": MOST_OF_A_LEVEL - 1})
    kept = []
    for each in annotations:
        if room[each.level] > 0:
            room[each.level] -= 1
            kept.append(each)
    return kept


def _left_out(all_of_them: list[_Annotation], shown: list[_Annotation], wording: Wording) -> Iterator[_Annotation]:
    missing = Counter(each.level for each in all_of_them) - Counter(each.level for each in shown)
    if missing:
        parts = [f"{wording(name)} {missing[level]}" for level, name in _LEVEL_NAMES.items() if missing[level]]
        words = wording("left_out.per_level", parts=wording("list.separator").join(parts), most=MOST_OF_A_LEVEL)
        yield _Annotation("notice", words, (("title", "factlint"),))


def _command(each: _Annotation) -> str:
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in each.properties)
    return f"::{each.level} {properties}::{_data(each.message)}"


def _data(text: str) -> str:
    lines = (without_controls(line) for line in text.replace("%", "%25").split("\n"))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

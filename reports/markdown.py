"""Markdown for people: the summary of a CI step, a comment, a message. The worst first, by file, not without end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.control_characters import without_controls
from linter.report import RenderOptions
from linter.result import RunResult
from reports.coverage import coverage_line, total
from reports.flat import FlatFinding, FlatProblem, flat, problems, worst_first
from reports.summary import counts_line, provenance_line
from reports.wording import Wording, replaced_line

NAME = "markdown"
SUFFIX = ".md"

MOST_FINDINGS = 50
"""As many as somebody reads; GitHub also takes no more than a mebibyte."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$]")
# Begins a list, a heading or a rule, and only at the beginning.
_OPENING = re.compile(r"^([0-9]*)(?=[-#+=.)])")


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """Counts and coverage, problems, then the findings of the files with the worst ones first."""
    wording = Wording(lang)
    findings = worst_first(flat(result, lang, options))
    parts = [
        f"## factlint: {counts_line(result, wording)}\n",
        *problem_list(result, wording),
        *_files(findings[:MOST_FINDINGS], wording),
        *_rest(len(findings) - MOST_FINDINGS, wording),
        *footer(result, wording),
    ]
    return "\n".join(parts)


def problem_list(result: RunResult, wording: Wording) -> Iterator[str]:
    """What could not be checked, below its heading; nothing when all was."""
    found: list[FlatProblem] = list(problems(result, wording.lang))
    if found:
        lines = [f"- {escaped(problem.path)}: {escaped(problem.reason)}" for problem in found]
        yield "\n".join([f"### {wording('problems.heading')}", "", *lines, ""])


def _files(findings: list[FlatFinding], wording: Wording) -> Iterator[str]:
    """Files in the order of their worst finding."""
    by_path: dict[str, list[FlatFinding]] = {}
    for each in findings:
        by_path.setdefault(each.path, []).append(each)
    for path, found in by_path.items():
        yield "\n".join([f"### {escaped(path)}", "", *(_item(each, wording) for each in found), ""])


def _item(each: FlatFinding, wording: Wording) -> str:
    paragraph = each.entry.positions.paragraph(each.finding.span)
    line = wording("where.line", line=each.place.line)
    where = wording("text.paragraph", number=paragraph) if paragraph else line
    head = f"- **{wording(f'severity.{each.severity}')}** {where} [{escaped(each.title)}]({link_target(each.link)})"
    lines = [f"「{escaped(each.quote)}」 {escaped(each.message)}", escaped(each.cause), f"`{each.fingerprint}`"]
    return "  \n  ".join([head, *(line for line in lines if line)])


def _rest(count: int, wording: Wording) -> Iterator[str]:
    if count > 0:
        yield wording("left_out.list", n=count) + "\n"


def footer(result: RunResult, wording: Wording) -> Iterator[str]:
    """How far the report goes: what was checked, as of which day and by which rules."""
    if not result.documents:
        yield wording("coverage.nothing_read") + wording("sentence.end") + "\n"
    else:
        coverage = total(entry.coverage for entry in result.documents)
        yield escaped(coverage_line(coverage, wording) + wording("sentence.end")) + "\n"
    if not any(result.count().values()):
        yield wording("summary.not_proof") + "\n"
    yield escaped(provenance_line(result, wording)) + "\n"
    if result.replaced:
        yield escaped(replaced_line(result.replaced, wording)) + "\n"


def escaped(text: str) -> str:
    """The text as Markdown that shows it and does nothing else."""
    return _OPENING.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", without_controls(text).strip()))


def link_target(link: str) -> str:
    """An address as Markdown takes it between parentheses."""
    return re.sub(r"[\s()<>\\]", lambda match: f"%{ord(match[0]):02X}", without_controls(link))

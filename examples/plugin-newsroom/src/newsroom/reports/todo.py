"""The report ``todo``: a list to tick off, for the chat of the editors."""

from __future__ import annotations

from collections.abc import Iterator

from linter.control_characters import without_controls
from linter.report import RenderOptions
from linter.result import DocumentResult, RunResult
from linter.text import LineIndex

NAME = "todo"
SUFFIX = ".md"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """One line a finding, and one for each file that nobody could read."""
    lines = [line for document in result.documents for line in _findings(document, lang)]
    lines += [f"{problem.path}: {problem.reason.in_language(lang)}" for problem in result.problems]
    return "".join(f"- [ ] {without_controls(line)}\n" for line in lines) or "\n"


def _findings(of: DocumentResult, lang: str) -> Iterator[str]:
    lines = LineIndex(of.document.source)
    for finding in of.findings:
        line, _ = lines.position(of.document.source_map.to_source(finding.span).start)
        yield f"{of.document.path}:{line} {finding.code} {finding.message.in_language(lang)}"

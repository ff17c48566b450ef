"""The report for a terminal: findings by document, each with its quote, its proof and the rule it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from linter.control_characters import without_controls
from linter.report import RenderOptions
from linter.result import RunResult
from reports.copies import copies_line
from reports.coverage import coverage_line, total
from reports.located import LocatedDocument, by_path, located, problems_in_order
from reports.summary import count_parts, provenance_line
from reports.text_finding import finding_lines
from reports.text_style import Style
from reports.wording import Wording, replaced_line

NAME = "text"
SUFFIX = ".txt"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """Documents with findings, then the problems, then a summary that says what was not checked."""
    return "".join(stream(result, lang=lang, options=options))


def stream(result: RunResult, *, lang: str, options: RenderOptions) -> Iterator[str]:
    """The lines of ``render``."""
    style = Style(Wording(lang), options.color, options.width)
    documents = located(result)
    lines = chain(
        _documents(documents, by_path(documents, result.elsewhere), style, options),
        _problems(result, style),
        _summary(result, documents, style),
    )
    return (line + "\n" for line in lines)


def _documents(
    documents: tuple[LocatedDocument, ...],
    homes: Mapping[str, LocatedDocument],
    style: Style,
    options: RenderOptions,
) -> Iterator[str]:
    for entry in documents:
        if entry.findings:
            yield from _heading(entry, style)
            for found in entry.roots:
                yield from finding_lines(found, entry, homes, style, options.names)
                yield ""


def _heading(entry: LocatedDocument, style: Style) -> Iterator[str]:
    document, wording = entry.document, style.wording
    title = f"  {without_controls(document.title)}" if document.title else ""
    published = f"  {wording('text.published')} {document.published}" if document.published else ""
    yield style.bold(document.path) + title + style.dim(published)
    yield from map(style.dim, style.wrap(coverage_line(entry.result.coverage, wording)))
    yield ""


def _problems(result: RunResult, style: Style) -> Iterator[str]:
    for problem in problems_in_order(result):
        label = style.severe(style.wording("text.problem"))
        reason = problem.reason.in_language(style.wording.lang)
        yield f"{without_controls(problem.path)}: {label}  {without_controls(reason)}"
    if result.problems:
        yield ""


def _summary(result: RunResult, documents: Sequence[LocatedDocument], style: Style) -> Iterator[str]:
    wording = style.wording
    yield _counts(result, style)
    copies = copies_line(documents, wording)
    if copies:
        yield copies + wording("sentence.end")
    if result.documents:
        coverage = total(entry.coverage for entry in result.documents)
        yield from style.wrap(coverage_line(coverage, wording) + wording("sentence.end"))
    else:
        yield wording("coverage.nothing_read") + wording("sentence.end")
    if not any(result.count().values()):
        yield from style.wrap(wording("summary.not_proof"))
    yield from map(style.dim, style.wrap(provenance_line(result, wording)))
    if result.replaced:
        yield from map(style.dim, style.wrap(replaced_line(result.replaced, wording)))


def _counts(result: RunResult, style: Style) -> str:
    return " · ".join(
        style.severity(part.severity, part.text) if part.severity else part.text
        for part in count_parts(result, style.wording)
    )

"""Findings with their names and their places in the source file, in the one order every report uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from linter.copies import Repetition, repetitions, roots
from linter.document import Document
from linter.finding import Evidence, Finding, Severity
from linter.result import Coverage, DocumentResult, Problem, RunResult, Settled
from linter.text import LineIndex, Span, sentence_around

_ONLY_HERE = Repetition()


@dataclass(frozen=True, slots=True)
class Place:
    """A half-open range of the decoded source, in code points; lines and columns count from 1."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Positions:
    """Leads spans of ``Document.text`` back to the source, which most documents of a large run are never asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self._document.source)

    def place(self, span: Span) -> Place:
        """Where the span stands in the source."""
        source = self._document.source_map.to_source(span)
        line, column = self._lines.position(source.start)
        end_line, end_column = self._lines.position(source.end)
        return Place(source.start, source.end, line, column, end_line, end_column)

    def replaceable(self, span: Span) -> bool:
        """True when the file holds exactly the visible words there: no mark-up among them, and a file of text."""
        source, visible = self._document.source_map.to_source(span).cut(self._document.source), self._document.visible
        return self._document.format != "docx" and source == span.cut(visible)

    def columns(self, place: Place, encoding: str) -> tuple[int, int]:
        """The columns of a place, from 1, where "utf-8" bytes or "utf-16-le" pairs of bytes are counted."""
        width = 2 if encoding.startswith("utf-16") else 1
        return (
            self._units(place.start, place.column, encoding) // width + 1,
            self._units(place.end, place.end_column, encoding) // width + 1,
        )

    def _units(self, offset: int, column: int, encoding: str) -> int:
        before = self._document.source[offset - column + 1 : offset]
        return len(before.encode(encoding, "surrogatepass"))

    def paragraph(self, span: Span) -> int | None:
        """The number, from 1, of the paragraph a Word file's reader would count to; ``None`` for other formats."""
        if self._document.format != "docx":
            return None
        blocks = (block for section in self._document.sections for block in section.blocks)
        before = sum(1 for block in blocks if block.span.start <= span.start)
        return max(before, 1)


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding and its place.

    ``copy_of`` names the finding of the same article that says the same and stands for this one, its root; a root has
    its ``copies`` instead, in reading order. ``repetition`` tells of other articles with the same wrong sentence.
    """

    finding: Finding
    place: Place
    copy_of: str | None = None
    copies: tuple[LocatedFinding, ...] = ()
    repetition: Repetition = _ONLY_HERE

    @property
    def fingerprint(self) -> str:
        """The name of the finding."""
        return self.finding.fingerprint


@dataclass(frozen=True, slots=True)
class LocatedDocument:
    """A document's result with positions; ``findings``, and the ``settled`` ones, in order of (start, code)."""

    result: DocumentResult
    positions: Positions
    findings: tuple[LocatedFinding, ...]
    settled: tuple[tuple[LocatedFinding, Settled], ...] = ()

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.result.document

    @property
    def roots(self) -> tuple[LocatedFinding, ...]:
        """The findings that are no copies, in order."""
        return tuple(found for found in self.findings if found.copy_of is None)

    def quote(self, span: Span) -> str:
        """The visible text under a span."""
        return span.cut(self.document.visible)

    def sentence(self, span: Span) -> Span:
        """The sentence around a span."""
        return sentence_around(self.document.visible, span)


def located(result: RunResult) -> tuple[LocatedDocument, ...]:
    """Every document of the run, in order of path."""
    documents = (_located_document(document) for document in result.documents)
    ordered = sorted(documents, key=lambda entry: (entry.document.path, entry.document.sha256))
    known = repetitions((entry.document.path, found.fingerprint) for entry in ordered for found in entry.findings)
    return tuple(_with_repetitions(entry, known) for entry in ordered)


def distinct(documents: Iterable[LocatedDocument]) -> Mapping[str, int]:
    """Findings by severity without the copies, worst first, zeros included."""
    counts = Counter(found.finding.severity for entry in documents for found in entry.roots)
    return {severity.value: counts[severity] for severity in Severity}


def by_path(documents: Iterable[LocatedDocument], elsewhere: Iterable[Document]) -> Mapping[str, LocatedDocument]:
    """The documents to look evidence up in: those of the run, and those it names ``elsewhere``."""
    others = (_located_document(DocumentResult(document, (), Coverage(), ())) for document in elsewhere)
    return {entry.document.path: entry for entry in (*others, *documents)}


def home_of(item: Evidence, entry: LocatedDocument, homes: Mapping[str, LocatedDocument]) -> LocatedDocument | None:
    """The document that a piece of evidence of ``entry`` lies in; ``None`` when the run does not hold it."""
    return entry if item.path in (None, entry.document.path) else homes.get(item.path or "")


def problems_in_order(result: RunResult) -> tuple[Problem, ...]:
    """The problems in order of path and reason."""
    return tuple(sorted(result.problems, key=lambda problem: (problem.path, problem.reason.zh)))


def unreadable(result: RunResult) -> tuple[str, ...]:
    """The paths that gave a problem and no document, in order."""
    read = {entry.document.path for entry in result.documents}
    return tuple(sorted({problem.path for problem in result.problems} - read))


def _located_document(result: DocumentResult) -> LocatedDocument:
    positions = Positions(result.document)
    plain = [LocatedFinding(finding, positions.place(finding.span)) for finding in result.findings]
    findings = _with_copies(plain, roots(result.document, result.findings))
    settled = ((LocatedFinding(each.finding, positions.place(each.finding.span)), each) for each in result.settled)
    return LocatedDocument(
        result,
        positions,
        tuple(sorted(findings, key=_reading_order)),
        tuple(sorted(settled, key=lambda pair: _reading_order(pair[0]))),
    )


def _with_copies(found: Sequence[LocatedFinding], root: Sequence[int]) -> Iterator[LocatedFinding]:
    for index, one in enumerate(found):
        if root[index] != index:
            yield replace(one, copy_of=found[root[index]].fingerprint)
        else:
            copies = [other for at, other in enumerate(found) if root[at] == index != at]
            yield replace(one, copies=tuple(sorted(copies, key=_reading_order))) if copies else one


def _with_repetitions(entry: LocatedDocument, known: Mapping[tuple[str, str], Repetition]) -> LocatedDocument:
    path = entry.document.path
    if not any((path, found.fingerprint) in known for found in entry.findings):
        return entry
    findings = (replace(each, repetition=known.get((path, each.fingerprint), _ONLY_HERE)) for each in entry.findings)
    return replace(entry, findings=tuple(findings))


def _reading_order(entry: LocatedFinding) -> tuple[int, str, int, str]:
    return entry.place.start, entry.finding.code, entry.place.end, entry.fingerprint

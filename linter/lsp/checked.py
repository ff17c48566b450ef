"""A text that was checked, with its findings at their positions in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from linter.desk.desk import Sheet
from linter.document import Document
from linter.finding import Finding
from linter.lsp.positions import Positions
from linter.text import Span

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Checked:
    """One state of a text. ``sheet`` is ``None`` when nothing could be checked: it is empty, or ``fault`` says why."""

    uri: str
    text: str
    positions: Positions
    sheet: Sheet | None = None
    fault: str | None = None

    @property
    def document(self) -> Document | None:
        """The text as it was read."""
        return None if self.sheet is None or self.sheet.result is None else self.sheet.result.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is reported of it."""
        return () if self.sheet is None or self.sheet.result is None else self.sheet.result.findings

    def source(self, span: Span) -> Span:
        """Where a span of the document stands in the editor's text, whose byte order mark is no part of the source."""
        assert self.document is not None
        there = self.document.source_map.to_source(span)
        return self.in_text(there)

    def in_text(self, there: Span) -> Span:
        """A span of the source in the editor's text."""
        lead = len(_MARK) if self.text.startswith(_MARK) else 0
        return Span(there.start + lead, there.end + lead)

    def range(self, span: Span) -> types.Range:
        """The range of a span of the document."""
        return self.positions.range(self.source(span))

    def findings_at(self, places: types.Range) -> Iterator[tuple[Finding, types.Range]]:
        """The findings that share a place with the range, an empty one at their edges included."""
        wanted = self.positions.span(places)
        for finding in self.findings:
            span = self.source(finding.span)
            if span.start <= wanted.end and wanted.start <= span.end:
                yield finding, self.positions.range(span)

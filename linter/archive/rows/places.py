"""Where something stands, as columns that claims and findings share."""

from __future__ import annotations

from typing import Any

from linter.archive.rows.keys import sentence_key
from linter.document import Document
from linter.text import LineIndex, Span


class Places:
    """Looks up places of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = LineIndex(document.source)

    def columns(self, span: Span, context: Span) -> dict[str, Any]:
        """The columns of what stands at ``span`` in the sentence ``context``."""
        document = self._document
        line, column = self._lines.position(document.source_map.to_source(span).start)
        sentence = _one_line(context.cut(document.visible))
        return {
            "start": span.start,
            "end": span.end,
            "context_start": context.start,
            "context_end": context.end,
            "line": line,
            "column": column,
            "section": self._section(span),
            "quote": _one_line(span.cut(document.visible)),
            "sentence": sentence,
            "sentence_key": sentence_key(sentence),
        }

    def _section(self, span: Span) -> int:
        begun = (index for index, section in enumerate(self._document.sections) if section.span.start <= span.start)
        return max(begun, default=0)


def _one_line(text: str) -> str:
    """The text without what a table cannot show, or no file can hold: line ends, and halves of characters."""
    return storable(" ".join(text.split()))


def storable(text: str) -> str:
    """The text, as long as it was, without halves of characters: no file can hold them."""
    return text.encode("utf-8", "replace").decode()

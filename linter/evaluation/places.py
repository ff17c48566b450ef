"""Where the words of a label stand in a document."""

from __future__ import annotations

from collections.abc import Iterator

from linter.document import Document
from linter.evaluation.labels import Quote
from linter.normalise import normalise
from linter.text import Span


class Places:
    """Finds quotes in one document. Blanks, widths and bars do not matter: labels are copied from rendered pages.

    Spans are of the decoded source, the one coordinate system that labels with offsets can know.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._offsets = [offset for offset, char in enumerate(document.text) if _counts(char)]
        self._dense = "".join(document.text[offset] for offset in self._offsets)

    def find(self, quote: Quote) -> tuple[Span, ...]:
        """The places meant by the quote; empty when its words are not in the document."""
        if quote.offsets is not None:
            return (Span(*quote.offsets),)
        found = tuple(self._occurrences(_dense(quote.words)))
        if quote.occurrence is None:
            return found
        return found[quote.occurrence - 1 : quote.occurrence]

    def _occurrences(self, words: str) -> Iterator[Span]:
        at = self._dense.find(words) if words else -1
        while at >= 0:
            visible = Span(self._offsets[at], self._offsets[at + len(words) - 1] + 1)
            yield self._document.source_map.to_source(visible)
            at = self._dense.find(words, at + 1)


def _dense(words: str) -> str:
    return "".join(char for char in normalise(words) if _counts(char))


def _counts(char: str) -> bool:
    """Blanks and the bars between table cells are layout: a rendered page may show neither."""
    return not char.isspace() and char != "|"

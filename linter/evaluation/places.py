"""Where the words of a label stand in a document."""

from __future__ import annotations

from collections.abc import Iterator

from linter.document import Document
from linter.evaluation.labels import Quote
from linter.normalise import normalise
from linter.text import Span


class Places:
    """Finds quotes in one document. Blanks, widths and bars do not matter: labels are copied from rendered pages.

    A quote that stands in no visible text may have been copied with its mark-up (a formula in LaTeX).
    Spans are of the decoded source, the one coordinate system that labels with offsets can know.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._visible = _Dense(document.text)

    def find(self, quote: Quote) -> tuple[Span, ...]:
        """The places meant by the quote; empty when its words are not in the document."""
        if quote.offsets is not None:
            return (Span(*quote.offsets),)
        found = tuple(self._shown(quote.words)) or tuple(_Dense(self._document.source).occurrences(quote.words))
        if quote.occurrence is None:
            return found
        return found[quote.occurrence - 1 : quote.occurrence]

    def _shown(self, words: str) -> Iterator[Span]:
        return (self._document.source_map.to_source(span) for span in self._visible.occurrences(words))


class _Dense:
    """A text without what does not matter, and where each of its characters stands."""

    def __init__(self, text: str) -> None:
        text = normalise(text)
        self._offsets = [offset for offset, char in enumerate(text) if _counts(char)]
        self._text = "".join(text[offset] for offset in self._offsets)

    def occurrences(self, words: str) -> Iterator[Span]:
        wanted = "".join(char for char in normalise(words) if _counts(char))
        at = self._text.find(wanted) if wanted else -1
        while at >= 0:
            yield Span(self._offsets[at], self._offsets[at + len(wanted) - 1] + 1)
            at = self._text.find(wanted, at + 1)


def _counts(char: str) -> bool:
    """Blanks and the bars between table cells are layout: a rendered page may show neither."""
    return not char.isspace() and char != "|"

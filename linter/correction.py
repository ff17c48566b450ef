"""The source text of an article with suggestions put in their places."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from linter.document import Document
from linter.finding import Suggestion
from linter.text import Span

_HTML = "html"


def corrected(document: Document, suggestions: Iterable[Suggestion]) -> str:
    """The document's source with the replacements in place, all else as it was.

    Of those that overlap the first in the text wins, and among those the first given; those that ``inapplicable``
    names are left out.
    """
    text, behind = "", 0
    for span, replacement in _edits(document, suggestions):
        text += document.source[behind : span.start] + replacement
        behind = span.end
    return text + document.source[behind:]


def inapplicable(document: Document, suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """The suggestions whose words are broken up in the source, by mark-up or an entity: they have no place there."""
    return tuple(each for each in suggestions if edit(document, each) is None)


def edit(document: Document, suggestion: Suggestion) -> tuple[Span, str] | None:
    """Where in the source a suggestion replaces what, as it is written there; ``None`` when it is inapplicable."""
    span = document.source_map.to_source(suggestion.span)
    if span.cut(document.source) != suggestion.span.cut(document.visible):
        return None
    words = suggestion.replacement
    return span, html.escape(words, quote=False) if document.format == _HTML else words


def _edits(document: Document, suggestions: Iterable[Suggestion]) -> Iterator[tuple[Span, str]]:
    found = (edit(document, each) for each in suggestions)
    behind = 0
    for span, replacement in sorted((each for each in found if each is not None), key=lambda each: each[0]):
        if span.start >= behind:
            yield span, replacement
            behind = span.end

"""A Word file with suggestions put in their places."""

from __future__ import annotations

from collections.abc import Iterable

from linter.document import Document
from linter.finding import Suggestion
from linter.word.markup import safe
from linter.word.opened import OpenedWord
from linter.word.replacing import replaceable


def corrected_docx(data: bytes, document: Document, suggestions: Iterable[Suggestion]) -> bytes:
    """The Word file with the replacements in place, each in the look of the first character it replaces.

    All else keeps its bytes. Of suggestions that overlap the first wins; what is no plain text of one paragraph is
    left out. Raises UnreadableError, and ValueError when ``document`` was not read from ``data``.
    """
    word = OpenedWord(data, document)
    for suggestion, (first, *others) in replaceable(word.text, suggestions, word.plain):
        word.edits_of(first.node).replace_text(first, safe(suggestion.replacement))
        for other in others:
            word.edits_of(other.node).replace_text(other, "")
    return word.written()

"""Suggestions as tracked changes: what they replace deleted, the replacement inserted behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.finding import Suggestion
from linter.text import Span
from linter.word.markup import Markup, text_element
from linter.word.opened import OpenedWord
from linter.word.replacing import Piece, replaceable

# The rank of an insertion among what is put at one place.
INSERTED = 0


def track(word: OpenedWord, suggestions: Iterable[Suggestion], markup: Markup) -> list[Span]:
    """Write the suggestions that can be written; gives the spans that were changed, in order."""
    changed = []
    for suggestion, pieces in replaceable(word.text, suggestions, word.plain):
        for piece in pieces:
            _delete(word, piece, markup)
        if suggestion.replacement:
            _insert(word, pieces, suggestion.replacement, markup)
        changed.append(suggestion.span)
    return changed


def _delete(word: OpenedWord, piece: Piece, markup: Markup) -> None:
    edits = word.edits_of(piece.node)
    own, cutter = markup.within(edits.cutter.part.root), edits.cutter
    start, end = (cutter.byte_of(piece.node, at) for at in (piece.start, piece.end))
    text = f'<w:delText xml:space="preserve">{cutter.part.raw(start, end)}</w:delText>'
    edits.replace_runs(piece, own.deleted(word.numbering.give(), cutter.run_like(piece.node, text)))


def _insert(word: OpenedWord, pieces: Sequence[Piece], replacement: str, markup: Markup) -> None:
    """Behind the last piece, in the look of the first."""
    edits = word.edits_of(pieces[-1].node)
    own, cutter = markup.within(edits.cutter.part.root), edits.cutter
    run = cutter.run_like(pieces[0].node, text_element(replacement))
    edits.put(pieces[-1].last, own.inserted(word.numbering.give(), run), rank=INSERTED)

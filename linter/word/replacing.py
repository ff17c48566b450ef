"""Which suggestions can be written into a Word file, and over which characters of its XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from linter.finding import Suggestion
from linter.readers.docx import WordText
from linter.readers.docx_places import Stretch
from linter.word.places import Point, stretches


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters ``start`` to ``end`` of a ``w:t``."""

    node: etree._Element
    start: int
    end: int

    @property
    def first(self) -> Point:
        """The place before the piece."""
        return Point(self.node, self.start, len(self.node.text or ""), False)

    @property
    def last(self) -> Point:
        """The place behind the piece."""
        return Point(self.node, self.end, len(self.node.text or ""), True)


def replaceable(
    text: WordText, suggestions: Iterable[Suggestion], plain: Callable[[etree._Element], bool]
) -> Iterator[tuple[Suggestion, tuple[Piece, ...]]]:
    """The suggestions that can be written, in the order of the text, with the pieces each replaces.

    That is plain text (``plain`` says of which node) of one paragraph. Of those that overlap the first wins.
    """
    behind = 0
    for suggestion in sorted(dict.fromkeys(suggestions), key=lambda each: each.span):
        found = stretches(text, suggestion.span)
        whole = sum(len(each.span) for each in found) == len(suggestion.span) > 0
        if suggestion.span.start >= behind and whole and all(plain(each.node) for each in found):
            behind = suggestion.span.end
            yield suggestion, tuple(_pieces(found))


def _pieces(found: Sequence[Stretch]) -> Iterator[Piece]:
    """One piece for each node; characters without width, between two stretches of one node, go with them."""
    whole: Piece | None = None
    for each in found:
        piece = Piece(each.node, each.at, each.at + len(each.span))
        if whole is not None and whole.node is not piece.node:
            yield whole
            whole = None
        whole = piece if whole is None else replace(whole, end=piece.end)
    if whole is not None:
        yield whole

"""From visible spans to where a comment may stand: nodes of one story, and the notes' marks for what is in notes."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from linter.readers.docx import WordText
from linter.readers.docx_places import Stretch
from linter.readers.docx_text import W, prints
from linter.text import Span

_NOTES = (f"{W}footnote", f"{W}endnote")
_STORIES = (f"{W}txbxContent", *_NOTES)


@dataclass(frozen=True, slots=True)
class Point:
    """A place between two characters of what ``node`` shows: ``at`` of them stand before it, of ``length``.

    ``ends`` says whether something ends there: where a node cannot be parted, it ends behind and begins before it.
    """

    node: etree._Element
    at: int
    length: int
    ends: bool


def stretches(text: WordText, span: Span) -> tuple[Stretch, ...]:
    """The stretches under a visible span that lie in the story of the first: a text box, a note, or the body."""
    found = text.places.under(span)
    return tuple(each for each in found if _story(each.node) is _story(found[0].node))


def commented(text: WordText, span: Span) -> tuple[Point, Point] | None:
    """Where a comment on a visible span begins and ends. Notes cannot hold comments: theirs stand at the note's mark.

    ``None`` where nothing of the file is visible, or a note's mark stands where no comment can.
    """
    found = stretches(text, span)
    if not found:
        return None
    note = next(found[0].node.iterancestors(*_NOTES), None)
    if note is None:
        return begin(found[0]), end(found[-1])
    mark = _mark(text, note)
    return None if mark is None else (Point(mark, 0, 1, False), Point(mark, 1, 1, True))


def begin(stretch: Stretch) -> Point:
    """The place before a stretch."""
    return Point(stretch.node, stretch.at, _length(stretch), False)


def end(stretch: Stretch) -> Point:
    """The place behind a stretch."""
    return Point(stretch.node, stretch.at + len(stretch.span), _length(stretch), True)


def _length(stretch: Stretch) -> int:
    whole = stretch.node.text if stretch.node.tag == f"{W}t" else None
    return len(whole) if whole is not None else stretch.at + len(stretch.span)


def _story(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors(*_STORIES), None)


def _mark(text: WordText, note: etree._Element) -> etree._Element | None:
    """The element in a paragraph of the body that shows the number of the note; ``None`` without such a one."""
    marks = text.parts.document.iter(f"{note.tag}Reference")
    return next(
        (
            mark
            for mark in marks
            if mark.get(f"{W}id") == note.get(f"{W}id")
            and prints(mark)
            and next(mark.iterancestors(f"{W}p"), None) is not None
        ),
        None,
    )

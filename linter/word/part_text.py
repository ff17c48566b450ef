"""The bytes of an XML part and where in them its elements stand, so that edits leave all other bytes alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat

from lxml import etree

from linter.messages import say
from linter.readers import UnreadableError

# A bracket in a quoted value ends no tag.
_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_UTF_8 = frozenset({"UTF-8", "US-ASCII", "ASCII"})


@dataclass(frozen=True, slots=True)
class Extent:
    """Byte offsets of an element: its start tag is ``start`` to ``inner``, its end tag ``close`` to ``end``.

    All but ``start`` are the same for an element that is one tag.
    """

    start: int
    inner: int
    close: int
    end: int


class PartText:
    """A part's bytes, with the extents of the elements under ``root``, which was parsed from them."""

    def __init__(self, content: bytes, root: etree._Element) -> None:
        """Raises UnreadableError where the part is not written as Word writes it."""
        encoding = root.getroottree().docinfo.encoding or "UTF-8"
        if encoding.upper() not in _UTF_8:
            raise UnreadableError(say("unreadable.word-encoding", encoding=encoding))
        self.content = content
        self.root = root
        self._extents = dict(zip(root.iter("*"), _extents(content), strict=True))

    def extent(self, element: etree._Element) -> Extent:
        """Where an element stands."""
        return self._extents[element]

    def raw(self, start: int, end: int) -> str:
        """What is written between two offsets, mark-up included."""
        return self.content[start:end].decode("utf-8")

    def element(self, element: etree._Element) -> str:
        """An element as it is written."""
        extent = self.extent(element)
        return self.raw(extent.start, extent.end)

    def start_tag(self, element: etree._Element) -> str:
        """An element's start tag as it is written."""
        extent = self.extent(element)
        return self.raw(extent.start, extent.inner)


def _extents(content: bytes) -> list[Extent]:
    found: list[Extent] = []
    opened: list[int] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: object) -> None:
        at = parser.CurrentByteIndex
        opened.append(len(found))
        found.append(Extent(at, _tag_end(content, at), 0, 0))

    def end(_name: str) -> None:
        at, index = parser.CurrentByteIndex, opened.pop()
        tag = found[index]
        alone = content.endswith(b"/>", tag.start, tag.inner)
        close = tag.inner if alone else at
        found[index] = Extent(tag.start, tag.inner, close, close if alone else _tag_end(content, at))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableError(say("unreadable.word-damaged", detail=str(error))) from error
    return found


def _tag_end(content: bytes, at: int) -> int:
    """Where the tag that begins at ``at`` ends."""
    tag = _TAG.match(content, at)
    assert tag is not None
    return tag.end()


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError(say("unreadable.word-dtd"))


def tag_name(tag: str) -> str:
    """The name in a tag as it is written, prefix included."""
    return tag.strip("</>").split(None, 1)[0].rstrip("/")


def edits_applied(content: bytes, edits: Iterable[tuple[int, int, str]]) -> bytes:
    """The content with each edit's text between its two offsets. They are in order; one inside another goes with it."""
    written, behind = [], 0
    for start, end, text in edits:
        if start >= behind:
            written += [content[behind:start], text.encode("utf-8")]
            behind = end
    return b"".join((*written, content[behind:]))

"""The posts of an export and where their texts stand in it.

Expat tells where everything stands, and loads nothing from outside. A document type is refused: entities that grow
without end are declared in one, and WordPress writes none.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from xml.parsers import expat

_SHOWN = frozenset({"title", "content:encoded"})
_TOLD = frozenset({"link", "wp:post_date", "wp:post_type", "wp:status"})
_ARTICLES = frozenset({"post", "page"})
_CDATA = len("<![CDATA[")

Stretch = tuple[int, int]
"""From a character of the export to the one behind the last."""


@dataclass
class Post:
    """An item: stretches of the source that hold its title and its content, and what it says of itself."""

    title: list[Stretch] = field(default_factory=list)
    content: list[Stretch] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    @property
    def is_article(self) -> bool:
        """True for posts and pages; false for pictures, menus and what is empty."""
        return bool(self.content) and self.told.get("wp:post_type", "post") in _ARTICLES


def posts(source: str) -> tuple[Post, ...]:
    """The items of an export. Raises ``expat.ExpatError``, and ``ValueError`` for a document type."""
    walk = _Walk(source)
    return tuple(walk.posts)


class _Walk:
    """Goes through the export once."""

    def __init__(self, source: str) -> None:
        self.posts: list[Post] = []
        self._source = source
        self._inside = False
        self._element = ""
        self._start = 0
        self._stretches: list[Stretch] = []
        self._text: list[str] = []
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.StartCdataSectionHandler = self._open_cdata
        parser.EndCdataSectionHandler = self._close_cdata
        parser.CharacterDataHandler = self._text.append
        data = source.encode()
        # Of each character the byte it begins at.
        self._bytes = [0, *accumulate(len(char.encode()) for char in source)]
        parser.Parse(data, True)

    def _at(self) -> int:
        """The character that the parser has come to."""
        return bisect_left(self._bytes, self._parser.CurrentByteIndex)

    def _refuse(self, *_: object) -> None:
        raise ValueError("a document type is not read")

    def _open(self, name: str, _attributes: object) -> None:
        if name == "item":
            self.posts.append(Post())
            self._inside = True
        elif self._inside and name in _SHOWN | _TOLD:
            self._element, self._stretches = name, []
            self._start = self._source.index(">", self._at()) + 1
            self._text.clear()

    def _close(self, name: str) -> None:
        if name == "item":
            self._inside = False
        elif self._inside and name == self._element:
            self._keep(self.posts[-1], name)
            self._element = ""

    def _keep(self, post: Post, name: str) -> None:
        stretches = self._stretches or [(self._start, self._at())]
        if name == "title":
            post.title = stretches
        elif name == "content:encoded":
            post.content = [each for each in stretches if self._source[slice(*each)].strip()]
        else:
            post.told[name] = "".join(self._text).strip()

    def _open_cdata(self) -> None:
        self._start = self._at() + _CDATA

    def _close_cdata(self) -> None:
        self._stretches.append((self._start, self._source.index("]]>", self._start)))

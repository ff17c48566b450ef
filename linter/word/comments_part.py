"""The part that holds a Word file's comments, added to the package where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from posixpath import basename, dirname, join, normpath
from xml.sax.saxutils import quoteattr

from lxml import etree

from linter.messages import say
from linter.readers import UnreadableError
from linter.readers.docx_package import parsed
from linter.readers.docx_text import W
from linter.word.part_text import PartText, tag_name

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS = f"{_OFFICE}/comments"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY = _HEAD + f'<w:comments xmlns:w="{W.strip("{}")}"></w:comments>'.encode()
_NO_RELATIONSHIPS = _HEAD + f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()

Parts = Callable[[str], bytes | None]


class CommentsPart:
    """The comments of a file whose main part is ``main``; ``parts`` gives the bytes of a part by its name."""

    def __init__(self, parts: Parts, main: str) -> None:
        self._parts = parts
        self._main = main
        self._links = join(dirname(main), "_rels", f"{basename(main)}.rels")
        self._old = _linked(parts(self._links), main)
        self._name = self._old or next(name for name in _names(main) if parts(name) is None)
        self._content = parts(self._name) or _EMPTY
        self.root = parsed(self._content)

    def with_comments(self, comments: str) -> Mapping[str, bytes]:
        """The parts that hold these further comments, by name."""
        changed = {self._name: _extended(self._content, comments)}
        if self._old is None:
            changed[self._links] = self._linking()
            changed[_TYPES] = self._typed()
        return changed

    def _linking(self) -> bytes:
        links = self._parts(self._links) or _NO_RELATIONSHIPS
        used = {link.get("Id") for link in parsed(links)}
        free = next(name for name in (f"rId{number}" for number in count(1)) if name not in used)
        target = quoteattr(basename(self._name))
        return _extended(
            links, f'<Relationship xmlns="{_RELATIONSHIPS}" Id="{free}" Type="{_COMMENTS}" Target={target}/>'
        )

    def _typed(self) -> bytes:
        types = self._parts(_TYPES)
        if types is None:
            raise UnreadableError(say("unreadable.word-lacks-part", part=_TYPES))
        namespace = etree.QName(parsed(types)).namespace
        return _extended(
            types, f'<Override xmlns="{namespace}" PartName={quoteattr("/" + self._name)} ContentType="{_TYPE}"/>'
        )


def _linked(links: bytes | None, main: str) -> str | None:
    """The part that the main one names as its comments."""
    for link in () if links is None else parsed(links):
        if link.get("Type") == _COMMENTS and link.get("TargetMode") != "External":
            return normpath(join("/", dirname(main), link.get("Target") or "")).lstrip("/")
    return None


def _names(main: str) -> Iterator[str]:
    return (join(dirname(main), f"comments{number or ''}.xml") for number in count())


def _extended(content: bytes, markup: str) -> bytes:
    """A part with mark-up behind the last child of its root."""
    part = PartText(content, parsed(content))
    extent = part.extent(part.root)
    if extent.close < extent.end:
        return content[: extent.close] + markup.encode("utf-8") + content[extent.close :]
    tag = part.start_tag(part.root)
    opened = f"{tag.removesuffix('/>')}>{markup}</{tag_name(tag)}>"
    return content[: extent.start] + opened.encode("utf-8") + content[extent.end :]

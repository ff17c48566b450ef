"""What a document says as bytes and back. Restored, it stays bytes until somebody looks: a report on thousands of
documents looks at those with findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from linter.cache.blocks import PackedBlocks, numbers_of
from linter.cache.folding import UnusableError, folded, unfolded
from linter.document import Content, Published, ReadContent, Section, SectionKind, Table
from linter.text import SourceMap, Span

_AT_HAND = 4096
"""Contents that are looked at stay so for a while: a report comes back to them, and other articles cite them."""


class _Section(msgspec.Struct, array_like=True, frozen=True):
    span: Span
    kind: SectionKind
    title: Span | None
    published: tuple[date, str] | None
    blocks: list[int]
    tables: tuple[Table, ...]
    region_hint: str | None
    truncated: bool


class _Content(msgspec.Struct, array_like=True, frozen=True):
    source: str
    visible: str
    text: str | None
    length: int | None
    runs: tuple[tuple[int, int, int], ...]
    sections: tuple[_Section, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Content)


@dataclass(frozen=True, slots=True, eq=False)
class PackedContent:
    """A content in the bytes of ``pack_content``. Looking at it raises ``UnusableError`` for other bytes."""

    packed: bytes
    addressed: bool

    def __eq__(self, other: object) -> bool:
        theirs = _unpacked(other.packed) if isinstance(other, PackedContent) else other
        return _unpacked(self.packed) == theirs

    def __hash__(self) -> int:
        return hash(_unpacked(self.packed))

    @property
    def source(self) -> str:
        """As of ``Content``, and so are the others."""
        return _unpacked(self.packed).source

    @property
    def visible(self) -> str:
        """The text a reader sees."""
        return _unpacked(self.packed).visible

    @property
    def text(self) -> str:
        """The visible text, normalised."""
        return _unpacked(self.packed).text

    @property
    def source_map(self) -> SourceMap:
        """The way from visible characters to those of the source."""
        return _unpacked(self.packed).source_map

    @property
    def sections(self) -> tuple[Section, ...]:
        """The articles in the file, in order."""
        return _unpacked(self.packed).sections


def pack_content(content: Content) -> bytes:
    """The content as bytes. Raises ``ValueError`` for text with half a character in it."""
    source_map = content.source_map
    return folded(
        _ENCODER.encode(
            _Content(
                content.source,
                content.visible,
                None if content.text == content.visible else content.text,
                source_map.length,
                source_map.runs,
                tuple(_packed_section(section) for section in content.sections),
            )
        )
    )


@lru_cache(maxsize=_AT_HAND)
def _unpacked(data: bytes) -> ReadContent:
    try:
        packed = _DECODER.decode(unfolded(data))
        return ReadContent(
            packed.source,
            packed.visible,
            packed.visible if packed.text is None else packed.text,
            SourceMap.of_runs(packed.length, packed.runs),
            tuple(_unpacked_section(section) for section in packed.sections),
        )
    except (msgspec.MsgspecError, ValueError, OverflowError) as error:
        raise UnusableError(f"the cache holds what this program never wrote, remove it: {error}") from error


def _packed_section(section: Section) -> _Section:
    published = section.published
    return _Section(
        section.span,
        section.kind,
        section.title,
        None if published is None else (published.day, published.source),
        numbers_of(section.blocks),
        section.tables,
        section.region_hint,
        section.truncated,
    )


def _unpacked_section(packed: _Section) -> Section:
    return Section(
        span=packed.span,
        kind=packed.kind,
        title=packed.title,
        published=None if packed.published is None else Published(*packed.published),
        blocks=PackedBlocks(packed.blocks),
        tables=packed.tables,
        region_hint=packed.region_hint,
        truncated=packed.truncated,
    )

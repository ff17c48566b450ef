"""An article file after reading: visible text, structure, sections, and where everything came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from linter.text import SourceMap, Span

ADDRESS = "factlint-"
"""What every comment in an article begins with that is meant for this program."""


class BlockKind(StrEnum):
    """What a block of visible text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row of the visible text.

    ``level`` is the heading level (1 is the highest) or the depth of a list item; 0 for the rest.
    """

    span: Span
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; ``row`` and ``column`` count from 0, spanning cells repeat."""

    span: Span
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the visible text; ``rows[r][c]`` is the cell at that place."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]


class SectionKind(StrEnum):
    """A main article, or one of the teasers that scraped pages append to it."""

    ARTICLE = "article"
    TEASER = "teaser"


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date and where it was found: front-matter, meta, byline, url or path (the file's name)."""

    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """One article inside a file. Blocks and tables are in text order and lie inside ``span``.

    ``truncated`` marks a text that was cut off: it can support an error but never an omission.
    ``region_hint`` is what front matter says of the place, as written; ``None`` when it says nothing.
    """

    span: Span
    kind: SectionKind
    title: Span | None
    published: Published | None
    blocks: Sequence[Block]
    tables: tuple[Table, ...] = ()
    region_hint: str | None = None
    truncated: bool = False


class Content(Protocol):
    """What a file says: as it was written, as its reader sees it, and how it is divided."""

    @property
    def source(self) -> str:
        """The decoded file."""

    @property
    def visible(self) -> str:
        """The text a reader sees, mark-up gone."""

    @property
    def text(self) -> str:
        """``visible`` normalised character by character: of the same length, so every span fits both."""

    @property
    def source_map(self) -> SourceMap:
        """The way from the visible text back to the source."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The articles in the file, in order."""

    @property
    def addressed(self) -> bool:
        """True when something in the source may be meant for this program."""


@dataclass(frozen=True, slots=True)
class ReadContent:
    """The content as a reader made it."""

    source: str
    visible: str
    text: str
    source_map: SourceMap
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        if len(self.visible) != len(self.text):
            raise ValueError("normalisation must keep every character in its place")

    @property
    def addressed(self) -> bool:
        """True where the source holds what a comment for this program begins with."""
        return ADDRESS in self.source


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded article file: what is known of it, and its content.

    ``title`` is the document's title as a string (from front matter, ``<title>``, or the first heading).
    """

    path: str
    format: str
    encoding: str
    sha256: str
    title: str | None
    content: Content

    @property
    def source(self) -> str:
        """The decoded file."""
        return self.content.source

    @property
    def visible(self) -> str:
        """The text a reader sees."""
        return self.content.visible

    @property
    def text(self) -> str:
        """The visible text, normalised."""
        return self.content.text

    @property
    def source_map(self) -> SourceMap:
        """The way from visible characters to those of the source."""
        return self.content.source_map

    @property
    def sections(self) -> tuple[Section, ...]:
        """The articles in the file, in order."""
        return self.content.sections

    def with_sections(self, sections: tuple[Section, ...]) -> Document:
        """The same document, divided or understood otherwise."""
        return replace(self, content=ReadContent(self.source, self.visible, self.text, self.source_map, sections))

    @property
    def published(self) -> date | None:
        """The publication date of the main article."""
        main = next((section for section in self.sections if section.kind is SectionKind.ARTICLE), None)
        return main.published.day if main and main.published else None

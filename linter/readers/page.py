"""What a format reader hands over: visible text with its places in the source, and what mark-up said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from linter.document import BlockKind, Published, Table
from linter.text import SourceMap, Span


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A line of visible text before sections are known.

    ``kind`` is what mark-up says; PARAGRAPH also stands for "nothing said". ``bold`` is true when all of it is bold.
    ``day`` is a date that mark-up attaches to the line (``<time datetime>``).
    """

    span: Span
    kind: BlockKind
    level: int = 0
    bold: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself outside its visible text. ``head_title`` may carry the name of the site."""

    title: str | None = None
    head_title: str | None = None
    published: Published | None = None
    region: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A read file, not yet cut into sections. Every line feed of ``visible`` stands between two blocks.

    ``short_lines_head`` is true for formats without heading mark-up, where a short line alone is a heading.
    ``zone_ends`` bounds a list of teasers by its container: index of its heading block → index after its last block.
    """

    source: str
    visible: str
    source_map: SourceMap
    blocks: tuple[RawBlock, ...]
    tables: tuple[Table, ...] = ()
    meta: Metadata = Metadata()
    short_lines_head: bool = False
    zone_ends: Mapping[int, int] = field(default_factory=dict)

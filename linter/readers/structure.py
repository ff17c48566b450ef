"""The structure that mark-up left unsaid: headings, list items and tables read from the look of the lines."""

from __future__ import annotations

from collections.abc import Sequence

from linter.document import Block, BlockKind, Table
from linter.readers.bylines import parse_byline
from linter.readers.furniture import furniture
from linter.readers.line_looks import Look, heading_level, look_at, looks_like_title
from linter.readers.page import RawBlock
from linter.readers.text_tables import typed_tables
from linter.text import Span

_BOLD_LEVEL = 3
_LONGEST_BOLD = 40


def structured(
    text: str, raw: Sequence[RawBlock], *, loose: bool, title: Span | None
) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """The blocks of one article and the tables typed into its lines. ``text`` is normalised; ``loose`` is
    for formats without heading mark-up; ``title`` is the article's title block."""
    looks = [look_at(block.span.cut(text)) for block in raw]
    unmarked = {index for index, block in enumerate(raw) if block.kind is BlockKind.PARAGRAPH}
    tables = [
        found
        for found in typed_tables(text, [block.span for block in raw])
        if unmarked.issuperset(range(found.first, found.after))
    ]
    in_tables = {index for found in tables for index in range(found.first, found.after)}
    blocks: list[Block] = []
    explicit = 0
    # A date below the last line signs it; it is no text that the line could head.
    last = len(raw) - (2 if raw and _is_aside(raw[-1].span.cut(text)) else 1)
    for index, block in enumerate(raw):
        following = looks[index + 1] if index < last else None
        if block.span == title:
            blocks.append(Block(block.span, BlockKind.HEADING, 1))
        elif index in in_tables:
            blocks.append(Block(block.span, BlockKind.ROW))
        elif block.kind is BlockKind.PARAGRAPH and not _is_aside(block.span.cut(text)):
            blocks.append(_read(block, looks[index], following, loose=loose, under=explicit))
        else:
            explicit = block.level if block.kind is BlockKind.HEADING and block.level > 1 else explicit
            blocks.append(Block(block.span, block.kind, block.level))
    return tuple(blocks), tuple(found.table for found in tables)


def _read(block: RawBlock, look: Look, following: Look | None, *, loose: bool, under: int) -> Block:
    """A paragraph as its look says. Below an explicit heading of level ``under``, read levels count from there."""
    level = heading_level(look, following, loose=loose)
    if level is None and block.bold and following is not None and not look.numbering:
        level = _BOLD_LEVEL if len(look.body) <= _LONGEST_BOLD and looks_like_title(look.body) else None
    if level is not None:
        return Block(block.span, BlockKind.HEADING, under + level - 1 if under else level)
    return Block(block.span, BlockKind.ITEM, 1) if look.numbering else Block(block.span, BlockKind.PARAGRAPH)


def _is_aside(line: str) -> bool:
    """True for a line that stands for itself among the others: a byline, the caption of a button."""
    byline = parse_byline(line)
    return furniture().is_button(line) or (byline is not None and byline.day is not None)

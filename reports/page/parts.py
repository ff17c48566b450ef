"""An article as a sequence of parts to show. Every character that is not blank lies in exactly one leaf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.document import Block, BlockKind, Cell, Document, Section, Table
from linter.text import Span

# Not every blank of Unicode: separators that steer a display must be shown by name.
_BLANK = " \t\r\n\xa0\u3000"
_BETWEEN_CELLS = re.compile(f"[{_BLANK}|｜]*")


@dataclass(frozen=True, slots=True)
class CellPart:
    """A table cell: the number of its leaf (``None``: empty), and how many columns and rows it takes."""

    leaf: int | None
    columns: int
    rows: int
    header: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph, item, quote, row or table. Only a table has ``rows``; all others have one leaf."""

    kind: str
    level: int
    leaves: tuple[Span, ...]
    rows: tuple[tuple[CellPart, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionParts:
    """The parts of one section; ``index`` is its number in the document, ``None`` for text outside all sections."""

    index: int | None
    parts: tuple[Part, ...]


def sections(document: Document) -> Iterator[SectionParts]:
    """The document's sections in text order; text between them becomes a section without a number."""
    cursor = 0
    for index, section in sorted(enumerate(document.sections), key=lambda item: item[1].span):
        outside = tuple(_loose(document.visible, cursor, section.span.start))
        if outside:
            yield SectionParts(None, outside)
        yield SectionParts(index, tuple(_section(document.visible, section, max(cursor, section.span.start))))
        cursor = max(cursor, section.span.end)
    outside = tuple(_loose(document.visible, cursor, len(document.visible)))
    if outside:
        yield SectionParts(None, outside)


def _section(visible: str, section: Section, cursor: int) -> Iterator[Part]:
    for piece in _pieces(section):
        start, end = max(cursor, piece.span.start), min(piece.span.end, section.span.end)
        yield from _loose(visible, cursor, start)
        if end > start:
            whole = start == piece.span.start
            yield from _table(visible, piece) if isinstance(piece, Table) and whole else _block(visible, piece, start)
            cursor = end
    yield from _loose(visible, cursor, section.span.end)


def _pieces(section: Section) -> list[Block | Table]:
    """Tables, and the blocks that are not inside one."""
    tables = section.tables
    blocks = (block for block in section.blocks if not any(table.span.contains(block.span) for table in tables))
    return sorted((*tables, *blocks), key=lambda piece: piece.span)


def _block(visible: str, piece: Block | Table, start: int) -> Iterator[Part]:
    span = _trimmed(visible, start, piece.span.end)
    if span and isinstance(piece, Block):
        yield Part(piece.kind.value, piece.level, (span,))
    elif span:
        yield Part(BlockKind.PARAGRAPH.value, 0, (span,))


def _loose(visible: str, start: int, end: int) -> Iterator[Part]:
    span = _trimmed(visible, start, end)
    if span:
        yield Part(BlockKind.PARAGRAPH.value, 0, (span,))


def _trimmed(visible: str, start: int, end: int) -> Span | None:
    text = visible[start:end]
    if not text.strip(_BLANK):
        return None
    return Span(start + len(text) - len(text.lstrip(_BLANK)), start + len(text.rstrip(_BLANK)))


def _table(visible: str, table: Table) -> Iterator[Part]:
    leaves = sorted({cell.span for row in table.rows for cell in row if cell.span.cut(visible).strip(_BLANK)})
    if _covers(visible, table.span, leaves):
        yield Part("table", 0, tuple(leaves), tuple(_rows(table, leaves)))
    else:
        yield from _block(visible, table, table.span.start)


def _covers(visible: str, whole: Span, leaves: list[Span]) -> bool:
    """True when the cells follow one another and nothing but separators lies between them."""
    cursor = whole.start
    for leaf in leaves:
        if leaf.start < cursor or not _BETWEEN_CELLS.fullmatch(visible, cursor, leaf.start):
            return False
        cursor = leaf.end
    return bool(leaves) and bool(_BETWEEN_CELLS.fullmatch(visible, cursor, max(whole.end, cursor)))


def _rows(table: Table, leaves: list[Span]) -> Iterator[tuple[CellPart, ...]]:
    """Each cell once, at its first place, however often its span repeats; empty cells each for itself."""
    number = {leaf: index for index, leaf in enumerate(leaves)}
    places: dict[Span, list[tuple[int, int]]] = {}
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row):
            places.setdefault(cell.span, []).append((r, c))
    for r, row in enumerate(table.rows):
        yield tuple(
            _cell(cell, number.get(cell.span), places[cell.span])
            for c, cell in enumerate(row)
            if cell.span not in number or places[cell.span][0] == (r, c)
        )


def _cell(cell: Cell, leaf: int | None, places: list[tuple[int, int]]) -> CellPart:
    if leaf is None:
        return CellPart(None, 1, 1, cell.header)
    rows, columns = ([place[axis] for place in places] for axis in (0, 1))
    return CellPart(leaf, max(columns) - min(columns) + 1, max(rows) - min(rows) + 1, cell.header)

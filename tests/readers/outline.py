"""A document as lines that can be compared by eye."""

from __future__ import annotations

from collections.abc import Iterator

from linter.document import Block, BlockKind, Document, Section, SectionKind, Table
from linter.text import Span

_SIGNS = {
    BlockKind.HEADING: "H",
    BlockKind.PARAGRAPH: "P",
    BlockKind.ITEM: "I",
    BlockKind.ROW: "R",
    BlockKind.QUOTE: "Q",
    BlockKind.CODE: "C",
}


def outline(document: Document) -> list[str]:
    """One line a section, ``ARTICLE title @day source`` (``…`` when cut off), then one line a block."""
    return [line for section in document.sections for line in _section(document, section)]


def tables(document: Document) -> list[list[list[str]]]:
    """The cells of all tables; header cells end with ``*``."""
    return [_table(document, table) for section in document.sections for table in section.tables]


def assert_consistent(document: Document) -> None:
    """What holds for every document: blocks and tables inside their sections, all in order, positions monotone."""
    assert len(document.text) == len(document.visible)
    for earlier, later in zip(document.sections, document.sections[1:], strict=False):
        assert earlier.span.end <= later.span.start
    for section in document.sections:
        assert all(section.span.contains(block.span) for block in section.blocks)
        assert all(section.span.contains(table.span) for table in section.tables)
        assert section.title is None or section.span.contains(section.title)
        for before, after in zip(section.blocks, section.blocks[1:], strict=False):
            assert before.span.end <= after.span.start
        assert not any("\n" in block.span.cut(document.visible) for block in section.blocks)
    assert_positions(document)


def assert_positions(document: Document) -> None:
    """Every visible character stands where the map says: the character itself, or what it was written as."""
    reached = 0
    for at, char in enumerate(document.visible):
        place = document.source_map.to_source(Span(at, at + 1))
        written = place.cut(document.source)
        same_place = place.start < reached
        assert reached <= place.start or written.startswith(("&", "\\", "{", "}")), (at, char)
        assert written in (char, "") or written.startswith(("&", "\\", "{", "}")) or _is_blank(char, written), (
            char,
            written,
        )
        assert written or char in "\n\t", (at, char)
        reached = reached if same_place else place.end
    assert reached <= len(document.source)


def _is_blank(char: str, written: str) -> bool:
    """A blank may stand for many, and for the end of a paragraph in a table cell."""
    return written.isspace() or (char == " " and (written[0].isspace() or written[0] == "<"))


def _section(document: Document, section: Section) -> Iterator[str]:
    name = "ARTICLE" if section.kind is SectionKind.ARTICLE else "TEASER"
    title = section.title.cut(document.visible) if section.title else "-"
    dated = f" @{section.published.day} {section.published.source}" if section.published else ""
    yield f"{name} {title}{dated}{' …' if section.truncated else ''}"
    yield from (_block(document, block) for block in section.blocks)


def _block(document: Document, block: Block) -> str:
    level = str(block.level) if block.level else ""
    return f"{_SIGNS[block.kind]}{level} {block.span.cut(document.visible)}".replace("\t", " | ")


def _table(document: Document, table: Table) -> list[list[str]]:
    return [[cell.span.cut(document.visible) + ("*" if cell.header else "") for cell in row] for row in table.rows]

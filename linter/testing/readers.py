"""A document as lines that can be compared by eye, and what holds of every document, whoever read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from linter.document import Block, BlockKind, Document, Section, SectionKind, Table
from linter.readers import read_document
from linter.text import Span

_SIGNS = {
    BlockKind.HEADING: "H",
    BlockKind.PARAGRAPH: "P",
    BlockKind.ITEM: "I",
    BlockKind.ROW: "R",
    BlockKind.QUOTE: "Q",
    BlockKind.CODE: "C",
}


# Entities, TeX, and the escapes of Markdown and JSON.
_WRITTEN_OTHERWISE = ("&", "\\", "{", "}")


def read(text: str | bytes, name: str) -> Document:
    """The document of a file called ``name`` with this content, read as a run reads it. Raises ``UnreadableError``."""
    return read_document(text.encode() if isinstance(text, str) else text, name)


def outline(document: Document) -> list[str]:
    """One line a section, ``ARTICLE title @day source`` (``…`` when cut off), then one line a block."""
    return [line for section in document.sections for line in _section(document, section)]


def tables(document: Document) -> list[list[list[str]]]:
    """The cells of all tables; header cells end with ``*``."""
    return [_table(document, table) for section in document.sections for table in section.tables]


def assert_well_read(document: Document) -> None:
    """Blocks and tables lie inside their sections, all in order, and every character knows its place in the source."""
    __tracebackhide__ = True
    wrong = next(chain(_misplaced_parts(document), _misplaced_characters(document)), None)
    if wrong is not None:
        raise AssertionError(f"{document.path}, read as {document.format}: {wrong}")


def _misplaced_parts(document: Document) -> Iterator[str]:
    if len(document.text) != len(document.visible):
        yield "the normalised text is of another length"
    yield from _overlapping("sections", [section.span for section in document.sections])
    for section in document.sections:
        inner = [*(block.span for block in section.blocks), *(table.span for table in section.tables)]
        if not all(section.span.contains(span) for span in inner):
            yield "a block or a table does not lie in its section"
        if section.title is not None and not section.span.contains(section.title):
            yield "a title does not lie in its section"
        yield from _overlapping("blocks", [block.span for block in section.blocks])
        if any("\n" in block.span.cut(document.visible) for block in section.blocks):
            yield "a block holds a line feed"


def _overlapping(what: str, spans: Sequence[Span]) -> Iterator[str]:
    if any(before.end > after.start for before, after in pairwise(spans)):
        yield f"two {what} overlap or are not in order"


def _misplaced_characters(document: Document) -> Iterator[str]:
    """Every visible character stands where the map says: the character itself, or what it was written as."""
    reached = 0
    for at, char in enumerate(document.visible):
        place = document.source_map.to_source(Span(at, at + 1))
        written = place.cut(document.source)
        escaped = written.startswith(_WRITTEN_OTHERWISE)
        if place.start < reached and not escaped:
            yield f"character {at}, {char!r}, stands before the one ahead of it in the source"
        if not (written in (char, "") or escaped or _is_blank(char, written)):
            yield f"character {at} shows {char!r}, the source has {written!r} at its place"
        if not written and char not in "\n\t":
            yield f"character {at}, {char!r}, stands nowhere in the source"
        reached = reached if place.start < reached else place.end
    if reached > len(document.source):
        yield "a character stands behind the end of the source"


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

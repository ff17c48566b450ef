"""Word files: paragraphs, tables, text boxes and notes. The extracted text is the source that offsets count in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from lxml import etree

from linter.document import BlockKind, Table
from linter.readers.docx_lines import cell_line, lines, stripped, text_of
from linter.readers.docx_package import WordParts, read_parts
from linter.readers.docx_places import Places
from linter.readers.docx_styles import heading_levels
from linter.readers.docx_tables import WordRow, merged, rows_of, tabulates
from linter.readers.docx_text import CONTAINERS, Run, W, boxes, prints, runs, value_of
from linter.readers.grid import PlacedCell, lay_out
from linter.readers.old_word import refuse_old_word
from linter.readers.page import Metadata, Page, RawBlock
from linter.text import SourceMap, Span

# The parts with notes, by the name of a note in them.
_NOTES = {f"{W}footnote": "footnotes.xml", f"{W}endnote": "endnotes.xml"}
# Deeper than any layout Word can show; a crafted file must not exhaust the stack.
_DEEPEST = 40
_TRAILING = " \t\u3000\xa0"


@dataclass(frozen=True, slots=True)
class WordText:
    """A Word file's page, with the XML place of its every character."""

    page: Page
    places: Places
    parts: WordParts


def read_docx(data: bytes) -> Page:
    """The page of a .docx file. Raises UnreadableError when it is damaged, encrypted or unreasonably large."""
    return read_placed(data).page


def read_placed(data: bytes) -> WordText:
    """As ``read_docx``, with the places."""
    refuse_old_word(data)
    parts = read_parts(data, ("styles.xml", *_NOTES.values()))
    extract = _Extract(heading_levels(parts.beside("styles.xml")))
    for body in parts.document.iter(f"{W}body"):
        extract.show(body)
        for note in _notes(body, parts):
            extract.show(note)
    return WordText(extract.page(), Places(extract.placed), parts)


def _notes(body: etree._Element, parts: WordParts) -> Iterator[etree._Element]:
    """The notes that the text refers to: footnotes, then endnotes, each in the order of their first mention."""
    for tag, name in _NOTES.items():
        root = parts.beside(name)
        notes = {} if root is None else {note.get(f"{W}id"): note for note in root.iterchildren(tag)}
        for reference in body.iter(f"{tag}Reference"):
            note = notes.pop(reference.get(f"{W}id"), None) if prints(reference) else None
            if note is not None:
                yield note


class _Extract:
    def __init__(self, levels: Mapping[str, int]) -> None:
        self.placed: list[tuple[int, Run]] = []
        self._levels = levels
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[RawBlock] = []
        self._tables: list[Table] = []

    def page(self) -> Page:
        """The finished page. A title style stands above the first heading level."""
        text = "".join(self._parts)
        titled = any(block.kind is BlockKind.HEADING and block.level == 0 for block in self._blocks)
        blocks = tuple(
            replace(block, level=block.level + 1) if titled and block.kind is BlockKind.HEADING else block
            for block in self._blocks
        )
        return Page(text, text, SourceMap(), blocks, tuple(self._tables), Metadata())

    def show(self, container: etree._Element, depth: int = 0) -> None:
        """Write out the paragraphs and tables of a container."""
        if depth > _DEEPEST:
            return
        joined: list[etree._Element] = []
        for element in container:
            if element.tag == f"{W}p":
                joined.append(element)
                if not _goes_on(element):
                    self._show_paragraph(joined, depth)
                    joined = []
            elif element.tag == f"{W}tbl":
                self._show_table(rows_of(element), depth)
            elif element.tag in CONTAINERS:
                self.show(element, depth + 1)

    def _show_paragraph(self, joined: Sequence[etree._Element], depth: int) -> None:
        """One paragraph, or several that a tracked change made one; the last of them says what it is."""
        kind, level = self._kind(joined[-1])
        for line in lines(chain.from_iterable(map(runs, joined))):
            bold = all(run.bold for run in line if run.text.strip())
            span = self._write_line(stripped(line, _TRAILING, left=False))
            if len(span):
                self._blocks.append(RawBlock(span, kind, level, bold))
        for box in chain.from_iterable(map(boxes, joined)):
            self.show(box, depth + 1)

    def _kind(self, paragraph: etree._Element) -> tuple[BlockKind, int]:
        style = value_of(paragraph, "pStyle")
        outline = value_of(paragraph, "outlineLvl")
        if style in self._levels:
            return BlockKind.HEADING, self._levels[style]
        if outline.isdigit() and int(outline) < 9:
            return BlockKind.HEADING, int(outline) + 1
        if paragraph.find(f"{W}pPr/{W}numPr") is not None or style.lower().startswith("list"):
            depth = value_of(paragraph, "numPr/" + W + "ilvl")
            return BlockKind.ITEM, int(depth) + 1 if depth.isdigit() else 1
        return BlockKind.PARAGRAPH, 0

    def _show_table(self, rows: Sequence[WordRow], depth: int) -> None:
        if not tabulates(rows):
            for cell in (cell for row in rows for cell in row.cells):
                self.show(cell, depth + 1)
            return
        laid_out = lay_out(merged([self._show_row(row) for row in rows]), "".join(self._parts))
        if laid_out:
            self._tables.append(laid_out)

    def _show_row(self, row: WordRow) -> list[tuple[PlacedCell, bool]]:
        cells = [_cell(cell) for cell in row.cells]
        tabbed = [run for cell in cells for run in (*cell, Run("\t", None))][:-1]
        line = self._write_line(stripped(tabbed, _TRAILING, left=False))
        if len(line):
            self._blocks.append(RawBlock(line, BlockKind.ROW))
        lengths = [len(text_of(cell)) for cell in cells]
        # Cells that are empty to the end of the row all stand at its end.
        starts = accumulate((length + 1 for length in lengths[:-1]), initial=line.start)
        within = ((min(start, line.end), length) for start, length in zip(starts, lengths, strict=True))
        return row.placed([Span(start, start + length) for start, length in within])

    def _write_line(self, line: Sequence[Run]) -> Span:
        """Write a line and give its place; nothing for a blank one."""
        text = text_of(line)
        if not text.strip():
            return Span(self._length, self._length)
        if self._parts:
            self._parts.append("\n")
            self._length += 1
        start = self._length
        for run in line:
            self.placed.append((self._length, run))
            self._length += len(run.text)
        self._parts.append(text)
        return Span(start, self._length)


def _goes_on(paragraph: etree._Element) -> bool:
    """True when a tracked change deleted the end of a paragraph: it is one with the next."""
    following = paragraph.getnext()
    deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
    return deleted and following is not None and following.tag == f"{W}p"


def _cell(cell: etree._Element) -> list[Run]:
    return cell_line(runs(paragraph) for paragraph in cell.iter(f"{W}p") if prints(paragraph))

"""Word files: paragraphs, tables, text boxes and notes. The extracted text is the source that offsets count in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from linter.document import BlockKind, Table
from linter.readers.docx_package import heading_levels, read_parts
from linter.readers.docx_text import FALLBACK, Run, W, boxes, runs
from linter.readers.grid import PlacedCell, lay_out
from linter.readers.page import Metadata, Page, RawBlock
from linter.text import SourceMap, Span

_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WIDTHLESS = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f]")
_BLANKS = re.compile("[ \t\r\n]+")
_CONTAINERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"})
# Deeper than any layout Word can show; a crafted file must not exhaust the stack.
_DEEPEST = 40


def read_docx(data: bytes) -> Page:
    """The page of a .docx file. Raises UnreadableError when it is damaged, encrypted or unreasonably large."""
    parts = read_parts(data, (_DOCUMENT, _STYLES, *_NOTES))
    extract = _Extract(heading_levels(parts.get(_STYLES)))
    document = parts.get(_DOCUMENT)
    for body in [] if document is None else document.iter(f"{W}body"):
        extract.show(body)
    for name in _NOTES:
        for note in parts.get(name, ()):
            if note.get(f"{W}type") in (None, "normal"):
                extract.show(note)
    return extract.page()


class _Extract:
    def __init__(self, levels: dict[str, int]) -> None:
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
        for element in container:
            if element.tag == f"{W}p":
                self._show_paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._show_table(element)
            elif element.tag in _CONTAINERS:
                self.show(element, depth + 1)

    def _show_paragraph(self, paragraph: etree._Element, depth: int) -> None:
        kind, level = self._kind(paragraph)
        for line in _lines(runs(paragraph)):
            text = "".join(run.text for run in line)
            bold = all(run.bold for run in line if run.text.strip())
            span = self._write_line(text)
            if len(span):
                self._blocks.append(RawBlock(span, kind, level, bold))
        for box in boxes(paragraph):
            self.show(box, depth + 1)

    def _kind(self, paragraph: etree._Element) -> tuple[BlockKind, int]:
        style = _value(paragraph, "pStyle")
        outline = _value(paragraph, "outlineLvl")
        if style in self._levels:
            return BlockKind.HEADING, self._levels[style]
        if outline.isdigit() and int(outline) < 9:
            return BlockKind.HEADING, int(outline) + 1
        if paragraph.find(f"{W}pPr/{W}numPr") is not None or style.lower().startswith("list"):
            depth = _value(paragraph, "numPr/" + W + "ilvl")
            return BlockKind.ITEM, int(depth) + 1 if depth.isdigit() else 1
        return BlockKind.PARAGRAPH, 0

    def _show_table(self, table: etree._Element) -> None:
        rows = [self._show_row(row) for row in _nearest(table, f"{W}tr")]
        laid_out = lay_out(_merged(rows), "".join(self._parts))
        if laid_out:
            self._tables.append(laid_out)

    def _show_row(self, row: etree._Element) -> list[tuple[PlacedCell, bool]]:
        cells = list(_nearest(row, f"{W}tc"))
        texts = [_cell_text(cell) for cell in cells]
        heads = row.find(f"{W}trPr/{W}tblHeader") is not None
        start = self._write_line("\t".join(texts)).start if any(texts) else self._length
        if any(texts):
            self._blocks.append(RawBlock(Span(start, self._length), BlockKind.ROW))
        placed: list[tuple[PlacedCell, bool]] = []
        for cell, text in zip(cells, texts, strict=True):
            span = Span(start, start + len(text))
            wide = _value(cell, "gridSpan", "tcPr")
            hangs = cell.find(f"{W}tcPr/{W}vMerge")
            continues = hangs is not None and (hangs.get(f"{W}val") or "continue") == "continue"
            placed.append((PlacedCell(span, heads, int(wide) if wide.isdigit() else 1), continues))
            start = span.end + 1 if any(texts) else start
        return placed

    def _write_line(self, text: str) -> Span:
        """Write a line and give its place; nothing for a blank one."""
        text = text.rstrip(" \t\u3000\xa0") if not text.startswith("\t") else text
        if not text.strip():
            return Span(self._length, self._length)
        if self._parts:
            self._parts.append("\n")
            self._length += 1
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return Span(start, self._length)


def _lines(found: Iterator[Run]) -> Iterator[list[Run]]:
    """The runs of a paragraph, cut at its line breaks, without characters that have no width."""
    line: list[Run] = []
    for run in found:
        first, *others = _WIDTHLESS.sub("", run.text).split("\n")
        line.append(Run(first, run.bold))
        for text in others:
            yield line
            line = [Run(text, run.bold)]
    yield line


def _cell_text(cell: etree._Element) -> str:
    printed = (paragraph for paragraph in cell.iter(f"{W}p") if _prints(paragraph))
    paragraphs = ("".join(run.text for run in runs(paragraph)) for paragraph in printed)
    return _BLANKS.sub(" ", _WIDTHLESS.sub("", " ".join(paragraphs))).strip()


def _prints(paragraph: etree._Element) -> bool:
    """False for the copy of a text box that only old versions of Word show."""
    return next(paragraph.iterancestors(FALLBACK), None) is None


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The descendants of that tag which are not inside another one, content controls looked through."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _nearest(child, tag)


def _merged(rows: Sequence[Sequence[tuple[PlacedCell, bool]]]) -> list[list[PlacedCell]]:
    """Cells that continue a vertically merged one take its span."""
    above: dict[int, PlacedCell] = {}
    merged: list[list[PlacedCell]] = []
    for row in rows:
        column, line = 0, []
        for cell, continues in row:
            source = above.get(column)
            kept = PlacedCell(source.span, source.header, cell.columns) if continues and source else cell
            above[column] = kept
            line.append(kept)
            column += cell.columns
        merged.append(line)
    return merged


def _value(element: etree._Element, name: str, properties: str = "pPr") -> str:
    mark = element.find(f"{W}{properties}/{W}{name}")
    return (mark.get(f"{W}val") or "") if mark is not None else ""

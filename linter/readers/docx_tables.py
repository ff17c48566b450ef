"""Word tables: which ones tabulate and which ones only lay out a page, and how their cells hang together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from linter.readers.docx_text import CONTAINERS, W, value_of
from linter.readers.grid import PlacedCell
from linter.text import Span

# A cell of a real table may hold a short list; more paragraphs than this are an article.
_MOST_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row that is not deleted, with its cells."""

    element: etree._Element
    cells: tuple[etree._Element, ...]

    @property
    def heads(self) -> bool:
        """True for a row that is repeated on every page."""
        return self.element.find(f"{W}trPr/{W}tblHeader") is not None

    def placed(self, spans: Sequence[Span]) -> list[tuple[PlacedCell, bool]]:
        """The cells at their spans, and whether each continues the one above it."""
        return [
            (PlacedCell(span, self.heads, _columns(cell)), _continues(cell))
            for span, cell in zip(spans, self.cells, strict=True)
        ]


def rows_of(table: etree._Element) -> list[WordRow]:
    """The rows of a table as they are after all tracked changes, not those of tables inside its cells."""
    rows = (row for row in _nearest(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None)
    return [WordRow(row, tuple(_cells(row))) for row in rows]


def tabulates(rows: Sequence[WordRow]) -> bool:
    """True for a table of rows and columns; False for one that only places things on the page."""
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row.cells]
    nested = any(next(cell.iter(f"{W}tbl"), None) is not None for cell in cells)
    return not nested and all(len(cell.findall(f"{W}p")) <= _MOST_PARAGRAPHS for cell in cells)


def merged(rows: Sequence[Sequence[tuple[PlacedCell, bool]]]) -> list[list[PlacedCell]]:
    """Cells that continue a vertically merged one take its span."""
    above: dict[int, PlacedCell] = {}
    whole: list[list[PlacedCell]] = []
    for row in rows:
        column, line = 0, []
        for cell, continues in row:
            source = above.get(column)
            kept = PlacedCell(source.span, source.header, cell.columns) if continues and source else cell
            above[column] = kept
            line.append(kept)
            column += cell.columns
        whole.append(line)
    return whole


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in _nearest(row, f"{W}tc") if cell.find(f"{W}tcPr/{W}cellDel") is None)


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The descendants of that tag which are not inside another one, content controls looked through."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in CONTAINERS:
            yield from _nearest(child, tag)


def _columns(cell: etree._Element) -> int:
    written = value_of(cell, "gridSpan", "tcPr")
    return int(written) if written.isdigit() else 1


def _continues(cell: etree._Element) -> bool:
    hangs = cell.find(f"{W}tcPr/{W}vMerge")
    return hangs is not None and (hangs.get(f"{W}val") or "continue") == "continue"

"""HTML tables: which ones tabulate and which ones only lay out a page, and what their rows are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.readers.html_tree import Node

_LAYOUT_SIGNS = frozenset({"table", "h1", "h2", "h3", "h4", "form", "article", "main", "iframe"})
_PARAGRAPHS = frozenset({"p", "div", "li"})
# A cell of a real table may hold a short list; more paragraphs than this are an article.
_MOST_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class TableRow:
    """A ``tr`` with the node indexes of its cells, or (``caption``) the caption of the table."""

    index: int
    cells: tuple[int, ...]
    head: bool = False
    caption: bool = False


def own_rows(nodes: Sequence[Node], table: int) -> Iterator[TableRow]:
    """The rows of a table in text order, not those of tables inside its cells."""
    at, after, head_until = table + 1, nodes[table].after, 0
    while at < after:
        node = nodes[at]
        if node.name == "caption":
            yield TableRow(at, (), caption=True)
        elif node.name == "tr":
            yield TableRow(at, tuple(_cells(nodes, at)), head=at < head_until)
        elif node.name == "thead":
            head_until = node.after
        at = node.after if node.name in ("caption", "tr", "table") else at + 1


def tabulates(nodes: Sequence[Node], table: int) -> bool:
    """True for a table of rows and columns; False for one that only places things on the page."""
    rows = [row for row in own_rows(nodes, table) if not row.caption]
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return False
    if any(node.name in _LAYOUT_SIGNS for node in nodes[table + 1 : nodes[table].after]):
        return False
    return all(_paragraphs(nodes, cell) <= _MOST_PARAGRAPHS for row in rows for cell in row.cells)


def _cells(nodes: Sequence[Node], row: int) -> Iterator[int]:
    at = row + 1
    while at < nodes[row].after:
        if nodes[at].name in ("td", "th"):
            yield at
        at = nodes[at].after if nodes[at].name in ("td", "th") else at + 1


def _paragraphs(nodes: Sequence[Node], cell: int) -> int:
    return sum(node.name in _PARAGRAPHS for node in nodes[cell + 1 : nodes[cell].after])

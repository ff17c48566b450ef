"""HTML: what a browser shows of the articles, every character with its place in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter.document import BlockKind
from linter.normalise import normalise
from linter.readers.building import PageBuilder
from linter.readers.bylines import parse_timestamp
from linter.readers.furniture import furniture
from linter.readers.grid import PlacedCell, lay_out
from linter.readers.html_chrome import Chrome
from linter.readers.html_meta import html_metadata
from linter.readers.html_names import BLOCKS, BOLD, HEADINGS, LISTS
from linter.readers.html_tables import own_rows, tabulates
from linter.readers.html_tree import Node, html_tree
from linter.readers.lines import lines
from linter.readers.page import Page
from linter.text import Span

_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_WHOLE_PAGE = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the content of an element, up to node index ``after``."""

    after: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0
    bold: bool = False
    block: bool = False


def read_html(source: str) -> Page:
    """The page of an HTML file."""
    nodes = html_tree(source)
    builder = PageBuilder(source)
    shown = HtmlView(builder, nodes)
    shown.show()
    return builder.page(html_metadata(source, nodes), zone_ends=shown.zone_ends())


def show_html(builder: PageBuilder, start: int, end: int) -> None:
    """Make visible what stretches of HTML within another format show: those of the builder's source, start to end."""
    HtmlView(builder, html_tree(builder.source, start, end)).show()


class HtmlView:
    """Shows the nodes of one tree through a builder."""

    def __init__(self, builder: PageBuilder, nodes: Sequence[Node]) -> None:
        self._builder = builder
        self._nodes = nodes
        self._chrome = Chrome(builder.source, nodes)
        self._shown_at: list[int] = []
        self._shown_node: list[int] = []

    def show(self) -> None:
        """Make all nodes visible."""
        contexts = [_Context(len(self._nodes))]
        index = 0
        while index < len(self._nodes):
            while contexts[-1].after <= index:
                if contexts.pop().block:
                    self._builder.start(contexts[-1].kind, contexts[-1].level)
            index = self._show_node(index, contexts)
        self._builder.end()

    def zone_ends(self) -> Mapping[int, int]:
        """For every block that heads teasers, the index after the last block of the element that holds them."""
        words = furniture()
        visible = self._builder.visible
        texts = [normalise(block.span.cut(visible)) for block in self._builder.blocks]
        origins = [self._node_of(block.span.start) for block in self._builder.blocks]
        heading = [index for index, text in enumerate(texts) if words.heads_teasers(text)]
        return {index: self._zone_end(index, texts, origins) for index in heading}

    def _show_node(self, index: int, contexts: list[_Context]) -> int:
        node, context = self._nodes[index], contexts[-1]
        if not node.name:
            self._show_text(index, context)
            return index + 1
        if self._chrome.hides(index):
            if node.name in BLOCKS:
                self._builder.start(context.kind, context.level)
            return node.after
        if node.name == "table" and tabulates(self._nodes, index):
            self._show_table(index)
            self._builder.start(context.kind, context.level)
            return node.after
        if node.name == "br":
            self._builder.start(context.kind, context.level)
        elif node.name == "time" and (day := parse_timestamp(node.attributes.get("datetime", ""))):
            self._builder.mark_day(day)
        inner = _entered(node, context)
        if inner is not None:
            if node.after > index + 1:
                contexts.append(inner)
            if inner.block:
                self._builder.start(contexts[-1].kind, contexts[-1].level)
        return index + 1

    def _show_text(self, index: int, context: _Context) -> None:
        node = self._nodes[index]
        self._shown_at.append(self._builder.length)
        self._shown_node.append(index)
        if context.kind is not BlockKind.CODE:
            show_text(self._builder, node.start, node.end, bold=context.bold)
            return
        for line in lines(self._builder.source[: node.end], node.start):
            self._builder.start(context.kind)
            show_text(self._builder, line.start, line.end)

    def _show_table(self, index: int) -> None:
        builder, placed = self._builder, []
        for row in own_rows(self._nodes, index):
            if row.caption:
                builder.start()
                self._show_inside(row.index)
                builder.start()
                continue
            filled = any(self._has_text(cell) for cell in row.cells)
            if filled:
                builder.start_row(self._nodes[row.index].start)
            placed.append([self._show_cell(cell, filled, cell == row.cells[0], row.head) for cell in row.cells])
        builder.end()
        if table := lay_out(placed, builder.visible):
            builder.tables.append(table)

    def _show_cell(self, index: int, filled: bool, first: bool, head: bool) -> PlacedCell:
        node, builder = self._nodes[index], self._builder
        start = builder.start_cell(node.start, first=first) if filled else builder.length
        if filled:
            self._show_inside(index)
        return PlacedCell(
            Span(start, builder.length),
            header=head or node.name == "th",
            columns=_count(node.attributes.get("colspan", "")),
            rows=_count(node.attributes.get("rowspan", "")),
        )

    def _show_inside(self, index: int) -> None:
        """Show an element's text on one line, whatever blocks it holds."""
        at, after = index + 1, self._nodes[index].after
        while at < after:
            node = self._nodes[at]
            if node.name and self._chrome.hides(at):
                at = node.after
                continue
            if not node.name:
                self._shown_at.append(self._builder.length)
                self._shown_node.append(at)
                show_text(self._builder, node.start, node.end)
            elif node.name == "br" or node.name in BLOCKS:
                self._builder.put(" ", node.start, node.end)
            at += 1

    def _has_text(self, index: int) -> bool:
        nodes = self._nodes[index + 1 : self._nodes[index].after]
        return any(not node.name and self._builder.source[node.start : node.end].strip() for node in nodes)

    def _node_of(self, offset: int) -> int:
        """The text node that visible character ``offset`` comes from."""
        return self._shown_node[max(0, bisect_right(self._shown_at, offset) - 1)] if self._shown_node else -1

    def _zone_end(self, heading: int, texts: Sequence[str], origins: Sequence[int]) -> int:
        container = self._nodes[origins[heading]].parent
        more = furniture().more_words
        while container >= 0 and self._nodes[container].name not in _WHOLE_PAGE:
            after = self._nodes[container].after
            end = heading + 1
            while end < len(origins) and origins[end] < after:
                end += 1
            if any(text not in more for text in texts[heading + 1 : end]):
                return end
            container = self._nodes[container].parent
        return len(origins)


def show_text(builder: PageBuilder, start: int, end: int, *, bold: bool = False) -> None:
    """Make a stretch of HTML text visible, its entities decoded."""
    at = start
    for entity in _ENTITY.finditer(builder.source, start, end):
        shown = html.unescape(entity[0])
        if shown == entity[0]:
            continue
        # "&nbsp" without its semicolon ends where the name ends: what follows is text again.
        rest = 0 if entity[0].endswith(";") else len(shown) - 1
        builder.copy(at, entity.start(), bold=bold)
        at = entity.end() - rest
        builder.put(shown[: len(shown) - rest], entity.start(), at, bold=bold)
    builder.copy(at, end, bold=bold)


def _entered(node: Node, context: _Context) -> _Context | None:
    """The context inside an element; ``None`` when the element changes nothing."""
    name = node.name
    if name in BOLD:
        return _Context(node.after, context.kind, context.level, context.depth, bold=True)
    if name not in BLOCKS:
        return None
    kind, level, depth = context.kind, context.level, context.depth
    if name in HEADINGS:
        kind, level = BlockKind.HEADING, HEADINGS[name]
    elif name in LISTS:
        depth += 1
    elif name == "li":
        kind, level = BlockKind.ITEM, max(1, depth)
    elif name == "blockquote":
        kind, level = BlockKind.QUOTE, 0
    elif name == "pre":
        kind, level = BlockKind.CODE, 0
    return _Context(node.after, kind, level, depth, context.bold, block=True)


def _count(written: str) -> int:
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 6 else 1

"""Markdown: blocks by markdown-it, lines by our own scanner, so that every character keeps its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from linter.document import BlockKind
from linter.readers.building import PageBuilder
from linter.readers.front_matter import split_front_matter
from linter.readers.grid import PlacedCell, lay_out
from linter.readers.html import HtmlView
from linter.readers.html_tree import html_tree
from linter.readers.inline import show_line
from linter.readers.lines import lines, runs_on, trimmed, wrap_width
from linter.readers.page import Page
from linter.text import Span

_DEFINITION = re.compile(r"\[[^\]^][^\]]{0,200}\]:\s*<?(?:https?://|/|#|\.)\S*(?:\s+[\"'(].*)?\Z")
_QUOTE_PREFIX = re.compile(r"[\s>]*")
# "##标题" without the blank that CommonMark asks for; "#话题#" is a hashtag.
_TIGHT_HEADING = re.compile(r"(#{1,6})(?=[^\s#])[^#]*\Z")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})")


@cache
def _parser() -> MarkdownIt:
    """Block rules only. An indented paragraph is a paragraph: Chinese writers indent the first line."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    return parser.disable(["code", "reference", "inline", "text_join"])


def read_markdown(source: str) -> Page:
    """The page of a Markdown file, with its front matter as metadata."""
    meta, body = split_front_matter(source)
    view = _View(source, body)
    view.show(_parser().parse(source[body:]))
    return view.builder.page(meta)


class _View:
    """Walks the block tokens and shows their lines. ``contexts`` is the stack of what surrounds a paragraph."""

    def __init__(self, source: str, body: int) -> None:
        self.builder = PageBuilder(source)
        self._source = source
        self._lines = list(lines(source, body))
        self._contexts: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self._lists = 0
        self._rows: list[list[PlacedCell]] = []
        self._heads = False
        self._margin: int | None = None

    def show(self, tokens: Sequence[Token]) -> None:
        """Show all tokens of one file."""
        self._margin = wrap_width(self._source, [self._content(token) for token in tokens if token.type == "inline"])
        in_row = False
        for token in tokens:
            if token.type == "tr_open":
                in_row = True
                self._show_row(token)
            elif token.type == "tr_close":
                in_row = False
            elif token.type == "inline" and not in_row:
                self._show_paragraph(token)
            elif token.type in ("fence", "html_block"):
                self._show_verbatim(token)
            else:
                self._follow(token)

    def _follow(self, token: Token) -> None:
        """Keep track of what surrounds the next paragraph."""
        if token.type == "heading_open":
            self._contexts.append((BlockKind.HEADING, int(token.tag[1:])))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists -= 1
        elif token.type == "list_item_open":
            self._contexts.append((BlockKind.ITEM, self._lists))
        elif token.type == "blockquote_open":
            self._contexts.append((BlockKind.QUOTE, 0))
        elif token.type in ("heading_close", "list_item_close", "blockquote_close"):
            self._contexts.pop()
        elif token.type in ("thead_open", "thead_close"):
            self._heads = token.type == "thead_open"
        elif token.type == "table_close":
            self._end_table()

    def _content(self, token: Token) -> list[Span]:
        """Where the lines of an inline token stand: each is the tail of its source line, after quote and list marks."""
        first, after = token.map or (0, 0)
        found: list[Span] = []
        for line, text in zip(self._lines[first:after], token.content.split("\n"), strict=False):
            bare = text.strip(" \t\u3000\xa0")
            at = self._source.rfind(bare, line.start, line.end) if bare else -1
            if at >= 0:
                found.append(trimmed(self._source, Span(at, at + len(bare))))
        return found

    def _show_paragraph(self, token: Token) -> None:
        before: Span | None = None
        for line in self._content(token):
            if _DEFINITION.match(line.cut(self._source)):
                continue
            if before is not None and runs_on(self._source, before, self._margin):
                self.builder.put(" ", before.end, line.start)
            elif before is not None and self._is_left_of_list(line):
                self.builder.start()
            else:
                self.builder.start(*self._contexts[-1])
            start = line.start
            if tight := _TIGHT_HEADING.match(line.cut(self._source)):
                start += tight.end(1)
                self.builder.start(BlockKind.HEADING, len(tight.group(1)))
            show_line(self.builder, start, line.end, markdown=True)
            before = None if tight else line
        self.builder.end()

    def _is_left_of_list(self, line: Span) -> bool:
        """True for a further line of a list item that starts at the margin: its writer went on below the list."""
        return self._contexts[-1][0] is BlockKind.ITEM and self._source[line.start - 1] == "\n"

    def _show_verbatim(self, token: Token) -> None:
        first, after = token.map or (0, 0)
        block = self._lines[first:after]
        if not block:
            return
        if token.type == "html_block":
            self.builder.start()
            HtmlView(self.builder, html_tree(self._source, block[0].start, block[-1].end)).show()
            return
        for line in block:
            if not _FENCE.match(line.cut(self._source)):
                self.builder.start(BlockKind.CODE)
                self.builder.copy(line.start, line.end)
        self.builder.end()

    def _show_row(self, token: Token) -> None:
        line = self._lines[(token.map or (0, 0))[0]]
        cells = _cells(self._source, line)
        if not any(len(cell) for cell in cells):
            return
        self.builder.start_row(line.start)
        self._rows.append([self._show_cell(cell, first=index == 0) for index, cell in enumerate(cells)])
        self.builder.end()

    def _show_cell(self, cell: Span, *, first: bool) -> PlacedCell:
        start = self.builder.start_cell(cell.start, first=first)
        show_line(self.builder, cell.start, cell.end, markdown=True)
        return PlacedCell(Span(start, self.builder.length), header=self._heads)

    def _end_table(self) -> None:
        if table := lay_out(self._rows, self.builder.visible):
            self.builder.tables.append(table)
        self._rows = []


def _cells(source: str, line: Span) -> list[Span]:
    """The places of the cells of a pipe row; an escaped pipe divides nothing."""
    prefix = _QUOTE_PREFIX.match(source, line.start, line.end)
    start = prefix.end() if prefix else line.start
    end = line.end
    if source.startswith("|", start):
        start += 1
    if end > start and source[end - 1] == "|" and source[end - 2] != "\\":
        end -= 1
    cells: list[Span] = []
    at = start
    for index in range(start, end):
        if source[index] == "|" and source[index - 1] != "\\":
            cells.append(trimmed(source, Span(at, index)))
            at = index + 1
    return [*cells, trimmed(source, Span(at, end))]

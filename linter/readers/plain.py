"""Plain text: a block is a line. Structure is read later, from the look of the lines."""

from __future__ import annotations

import re

from linter.document import BlockKind
from linter.readers.building import PageBuilder
from linter.readers.inline import show_line
from linter.readers.lines import lines, paragraphs, runs_on, wrap_width
from linter.readers.page import Metadata, Page
from linter.text import Span

# Pages copied from chat programs and note apps carry Markdown's marks without being Markdown.
_HEADING = re.compile(r"(#{1,6})\s*(?=[^\s#])(?=[^#\r\n]*(?:[\r\n]|\Z))")
_QUOTE = re.compile(r">\s+(?=\S)")
# Nothing is said on a line of marks, nor on one that holds the bullet of the next.
_RULE = re.compile(r"[-=*_—─━·~\s]{3,}|[-*+·•●○◆■▪]")


def read_plain(source: str) -> Page:
    """The page of a plain text. Stray mark-up (``**``, entities, inline tags, LaTeX) is not shown."""
    builder = PageBuilder(source, verbatim=True)
    runs = list(paragraphs(list(lines(source))))
    margin = wrap_width(source, runs)
    for run in runs:
        before: Span | None = None
        for line in run:
            if before is not None and runs_on(source, before, margin):
                builder.put(" ", before.end, line.start)
                show_line(builder, line.start, line.end, markdown=False)
            elif not _RULE.fullmatch(source, line.start, line.end):
                _begin_line(builder, line)
            before = line
    return builder.page(Metadata(), short_lines_head=True)


def _begin_line(builder: PageBuilder, line: Span) -> None:
    """Show a line that begins a block; the marks of Markdown headings and quotes name its kind."""
    start, kind, level = line.start, BlockKind.PARAGRAPH, 0
    if heading := _HEADING.match(builder.source, line.start, line.end):
        start, kind, level = heading.end(), BlockKind.HEADING, len(heading.group(1))
    elif quote := _QUOTE.match(builder.source, line.start, line.end):
        start, kind = quote.end(), BlockKind.QUOTE
    builder.start(kind, level)
    show_line(builder, start, line.end, markdown=False)

"""Builds visible text run by run, with the place of every character in the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import repeat

from linter.document import BlockKind, Table
from linter.readers.page import Metadata, Page, RawBlock
from linter.text import SourceMap, Span

_BLANKS = " \t\r\n\f\v"
# Characters without width: joiners, direction marks, soft hyphens, variation selectors, byte order marks.
_WIDTHLESS = "\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f"
_RUNS = re.compile(f"[{_BLANKS}]+|[{_WIDTHLESS}]+|[^{_BLANKS}{_WIDTHLESS}]+")
_INVISIBLE = re.compile(f"[{_WIDTHLESS}]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—\U00020000-\U0003ffff]")
# What aligns a line is no wider; more would only be walked through again and again.
WIDEST_BLANK = 100
_LEADING = re.compile("[\u3000\xa0]*")


class PageBuilder:
    """Collects blocks. Blanks collapse as in a browser unless ``verbatim``; a line feed is put between two blocks.

    Line feeds and cell separators are generated: they map to an empty place before the next character.
    """

    def __init__(self, source: str, *, verbatim: bool = False) -> None:
        self.source = source
        self.blocks: list[RawBlock] = []
        self.tables: list[Table] = []
        self._verbatim = verbatim
        self._parts: list[str] = []
        self._starts = array("L")
        self._ends = array("L")
        self._last = ""
        self._kind = (BlockKind.PARAGRAPH, 0)
        self._opened: int | None = None
        self._bold = True
        self._day: date | None = None
        self._fresh = True
        self._blank: tuple[int, int] | None = None

    @property
    def length(self) -> int:
        """How many visible characters there are."""
        return len(self._starts)

    @property
    def visible(self) -> str:
        """The visible text so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def start(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """End the block; the next character begins one of this kind."""
        self.end()
        self._kind = (kind, level)

    def end(self) -> None:
        """End the block, if one is open."""
        if self._opened is not None:
            kind, level = self._kind
            span = Span(self._opened, self.length)
            self.blocks.append(RawBlock(span, kind, level, self._bold, self._day))
        self._opened, self._bold, self._day = None, True, None
        self._fresh, self._blank = True, None

    def mark_day(self, day: date) -> None:
        """Attach a date to the block that is open or comes next; the first one counts."""
        self._day = self._day or day

    def copy(self, start: int, end: int, *, bold: bool = False) -> None:
        """Make source characters ``start`` to ``end`` visible."""
        for run in _RUNS.finditer(self.source, start, end):
            begin, first = run.start(), self.source[run.start()]
            if first in _BLANKS:
                self._leave_blank(begin, run.end())
            elif not _INVISIBLE.match(first):
                if self._fresh:
                    begin = self._skip_leading(begin, run.end())
                if begin < run.end():
                    self._ready(begin, first, bold)
                    self._add(self.source[begin : run.end()], range(begin, run.end()), range(begin + 1, run.end() + 1))

    def put(self, text: str, start: int, end: int, *, bold: bool = False) -> None:
        """Make ``text`` visible for the source characters ``start`` to ``end`` (an entity)."""
        text = _INVISIBLE.sub("", text)
        if text and not text.strip(_BLANKS):
            self._leave_blank(start, end)
        elif text and not (self._fresh and not text.strip()):
            self._ready(start, text[0], bold)
            self._add(text, repeat(start, len(text)), repeat(end, len(text)))

    def start_row(self, at: int) -> None:
        """Begin a table row at source offset ``at``."""
        self.start(BlockKind.ROW)
        self._open(at)
        self._bold = False

    def start_cell(self, at: int, *, first: bool) -> int:
        """Begin a cell at source offset ``at``; gives its visible start. All cells but the first follow a tab."""
        if not first:
            self._add("\t", (at,), (at,))
        self._fresh, self._blank = True, None
        return self.length

    def page(
        self,
        meta: Metadata,
        *,
        short_lines_head: bool = False,
        zone_ends: Mapping[int, int] | None = None,
    ) -> Page:
        """The finished page."""
        self.end()
        return Page(
            source=self.source,
            visible=self.visible,
            source_map=SourceMap(self._starts, self._ends),
            blocks=tuple(self.blocks),
            tables=tuple(self.tables),
            meta=meta,
            short_lines_head=short_lines_head,
            zone_ends=zone_ends or {},
        )

    def _ready(self, at: int, char: str, bold: bool) -> None:
        """Open the block if need be and write the blank that was left before ``char``."""
        if self._opened is None:
            self._open(at)
        elif self._blank is not None and not self._fresh:
            start, end = self._blank
            if self._breaks_line(start, end):
                # A line end beside a Chinese character is no blank: nobody writes one there.
                if not (_WIDE.match(self._last) or _WIDE.match(char)):
                    self._add(" ", (start,), (end,))
            elif self._verbatim:
                self._add(self.source[start:end], range(start, end), range(start + 1, end + 1))
            else:
                self._add(" ", (start,), (end,))
        self._blank, self._fresh = None, False
        self._bold = self._bold and bold

    def _open(self, at: int) -> None:
        if self._parts:
            self._add("\n", (at,), (at,))
        self._opened = self.length

    def _leave_blank(self, start: int, end: int) -> None:
        end = min(end, start + WIDEST_BLANK)
        self._blank = (self._blank[0] if self._blank else start, end)

    def _breaks_line(self, start: int, end: int) -> bool:
        return any(char in "\r\n" for char in self.source[start:end])

    def _skip_leading(self, start: int, end: int) -> int:
        matched = _LEADING.match(self.source, start, end)
        return matched.end() if matched else start

    def _add(self, text: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        self._parts.append(text)
        self._starts.extend(starts)
        self._ends.extend(ends)
        self._last = text[-1]

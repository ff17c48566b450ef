"""Positions in text: one coordinate system, mapped once to the source."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_LINE_END = re.compile("\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start`` included, ``end`` excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The text under the span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def covers(spans: Sequence[Span], inner: Span) -> bool:
    """True when one of the spans, which are in order and apart from each other, holds all of ``inner``."""
    index = bisect_right(spans, inner.start, key=_start) - 1
    return index >= 0 and spans[index].contains(inner)


def _start(span: Span) -> int:
    return span.start


_STOPS = "。！？；\n"


def sentence_around(text: str, span: Span) -> Span:
    """The sentence around a span: up to the nearest stop or line end on both sides."""
    start = max((text.rfind(stop, 0, span.start) for stop in _STOPS), default=-1) + 1
    last = max(span.start, span.end - 1)
    ends = [at for at in (text.find(stop, last) for stop in _STOPS) if at >= 0]
    end = min(ends, default=len(text))
    return Span(start, max(end + 1 if text[end : end + 1] not in ("", "\n") else end, span.end))


class SourceMap:
    """Where each visible character stands in the decoded source.

    ``starts[i]``/``ends[i]`` are the source offsets of visible character ``i``: an entity such as ``&nbsp;``
    is one visible character over six source characters. ``None`` for both means the visible text *is* the source.
    Kept are only the runs: stretches whose characters stand side by side in the source, one for one, but for the last.
    """

    __slots__ = ("_ends", "_firsts", "_length", "_starts")

    def __init__(self, starts: Sequence[int] | None = None, ends: Sequence[int] | None = None) -> None:
        if (starts is None) != (ends is None) or (starts is not None and len(starts) != len(ends or ())):
            raise ValueError("a source map needs as many ends as starts")
        runs = () if starts is None or ends is None else tuple(_runs(starts, ends))
        self._keep(None if starts is None else len(starts), runs)

    @classmethod
    def of_runs(cls, length: int | None, runs: Iterable[tuple[int, int, int]]) -> SourceMap:
        """The map of ``length`` visible characters with these runs, as ``runs`` gives them."""
        made = cls()
        made._keep(length, tuple(runs))
        return made

    @property
    def length(self) -> int | None:
        """How many visible characters there are; ``None`` when the visible text is the source."""
        return self._length

    @property
    def runs(self) -> tuple[tuple[int, int, int], ...]:
        """Of each run the first visible character, its source offset, and the source offset behind the last one."""
        return tuple(zip(self._firsts, self._starts, self._ends, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceMap) and (self._length, self.runs) == (other._length, other.runs)

    def __hash__(self) -> int:
        return hash((self._length, self.runs))

    def to_source(self, span: Span) -> Span:
        """The source span under a visible span. An empty span maps to the place before its character."""
        if self._length is None:
            return span
        if span.start < span.end:
            return Span(self._start(span.start), self._end(span.end - 1))
        at = self._start(span.start) if span.start < self._length else (self._ends[-1] if self._ends else 0)
        return Span(at, at)

    def to_visible(self, offset: int) -> int:
        """The first visible character that stands at a source offset or after it; one past the last when none does."""
        if self._length is None:
            return offset
        run = bisect_left(self._starts, offset)
        following = self._firsts[run] if run < len(self._firsts) else self._length
        inside = self._firsts[run - 1] + offset - self._starts[run - 1] if run else following
        return min(inside, following)

    def _keep(self, length: int | None, runs: tuple[tuple[int, int, int], ...]) -> None:
        self._length = length
        self._firsts, self._starts, self._ends = (array("I", (run[part] for run in runs)) for part in range(3))

    def _start(self, index: int) -> int:
        run = bisect_right(self._firsts, index) - 1
        return self._starts[run] + index - self._firsts[run]

    def _end(self, index: int) -> int:
        run = bisect_right(self._firsts, index) - 1
        following = self._firsts[run + 1] if run + 1 < len(self._firsts) else self._length
        return self._ends[run] if index + 1 == following else self._starts[run] + index - self._firsts[run] + 1


def _runs(starts: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    first = 0
    for index, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        if end != start + 1 or index == len(starts) or starts[index] != end:
            yield first, starts[first], end
            first = index


class LineIndex:
    """Line and column (both from 1, in code points) of an offset. ``\\r\\n``, ``\\n`` and ``\\r`` end lines."""

    __slots__ = ("_line_starts",)

    def __init__(self, text: str) -> None:
        self._line_starts = array("I", (0, *(found.end() for found in _LINE_END.finditer(text))))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of ``offset``."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def start(self, line: int) -> int | None:
        """Where a line begins; ``None`` for one past the last."""
        return self._line_starts[line - 1] if line <= len(self._line_starts) else None

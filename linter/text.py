"""Positions in text: one coordinate system, mapped once to the source."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: Sequence[int] | None = None, ends: Sequence[int] | None = None) -> None:
        if (starts is None) != (ends is None) or (starts is not None and len(starts) != len(ends or ())):
            raise ValueError("a source map needs as many ends as starts")
        self._starts = None if starts is None else array("L", starts)
        self._ends = None if ends is None else array("L", ends or ())

    def to_source(self, span: Span) -> Span:
        """The source span under a visible span. An empty span maps to the place before its character."""
        if self._starts is None or self._ends is None:
            return span
        if span.start == span.end:
            at = self._starts[span.start] if span.start < len(self._starts) else (self._ends[-1] if self._ends else 0)
            return Span(at, at)
        return Span(self._starts[span.start], self._ends[span.end - 1])

    def to_visible(self, offset: int) -> int:
        """The first visible character that stands at a source offset or after it; one past the last when none does."""
        return offset if self._starts is None else bisect_left(self._starts, offset)


class LineIndex:
    """Line and column (both from 1, in code points) of an offset. ``\\r\\n``, ``\\n`` and ``\\r`` end lines."""

    __slots__ = ("_line_starts",)

    def __init__(self, text: str) -> None:
        self._line_starts = [0, *_line_starts(text)]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of ``offset``."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _line_starts(text: str) -> Iterable[int]:
    for index, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            yield index + 1

"""Where the visible characters of a Word file stand in its XML."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from linter.readers.docx_text import Run
from linter.text import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """The visible characters of ``span`` are what ``node`` (a ``w:t``, ``w:tab``, ``m:t`` …) shows from ``at`` on."""

    span: Span
    node: etree._Element
    at: int

    def cut(self, span: Span) -> Stretch:
        """The part of the stretch inside a span that overlaps it."""
        start, end = max(self.span.start, span.start), min(self.span.end, span.end)
        return Stretch(Span(start, end), self.node, self.at + start - self.span.start)


class Places:
    """The stretches of a text, in order. Line feeds, and tabs between table cells, stand nowhere."""

    def __init__(self, placed: Iterable[tuple[int, Run]]) -> None:
        self._stretches = tuple(
            Stretch(Span(start, start + len(run.text)), run.node, run.at)
            for start, run in placed
            if run.text and run.node is not None
        )
        self._starts = [stretch.span.start for stretch in self._stretches]

    def under(self, span: Span) -> tuple[Stretch, ...]:
        """The stretches under a visible span, cut to it; the nearest character's when nothing stands there."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for stretch in self._stretches[first:]:
            if stretch.span.start >= span.end:
                break
            if stretch.span.overlaps(span):
                found.append(stretch.cut(span))
        if not found and self._stretches:
            nearest = self._stretches[first]
            found.append(nearest.cut(Span(nearest.span.end - 1, nearest.span.end)))
        return tuple(found)

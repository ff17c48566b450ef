"""Text cut where marks begin and end, however they nest or cross."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to mark. ``card`` is the anchor of its card; ``severity`` is ``None`` for a piece of evidence.

    ``anchor`` is the mark's own anchor; ``number`` is shown at its end (0: none).
    """

    anchor: str
    card: str
    span: Span
    severity: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks, widest first; an empty one carries marks of empty spans."""

    span: Span
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()


def marked(leaves: Sequence[Span], marks: Iterable[Mark]) -> tuple[tuple[Segment, ...], ...]:
    """The segments of each leaf. A mark opens in its first segment and closes in its last, across leaves."""
    wanted = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.anchor))
    placed: set[str] = set()
    cut = [_cut(leaf, wanted, placed) for leaf in leaves]
    first: dict[str, Segment] = {}
    last: dict[str, Segment] = {}
    for segment in (segment for segments in cut for segment in segments):
        for mark in segment.marks:
            first.setdefault(mark.anchor, segment)
            last[mark.anchor] = segment
    return tuple(tuple(_with_ends(segment, first, last) for segment in segments) for segments in cut)


def _cut(leaf: Span, marks: Sequence[Mark], placed: set[str]) -> list[Segment]:
    here = [mark for mark in marks if mark.span.start <= leaf.end and mark.span.end >= leaf.start]
    points = [mark for mark in here if not len(mark.span) and mark.anchor not in placed]
    placed.update(mark.anchor for mark in points)
    bounds = {leaf.start, leaf.end}
    for mark in here:
        bounds |= {at for at in (mark.span.start, mark.span.end) if leaf.start < at < leaf.end}
    ordered = sorted(bounds)
    segments = []
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        at_point = tuple(mark for mark in points if mark.span.start == start)
        if at_point:
            segments.append(Segment(Span(start, start), at_point))
        if end > start:
            covering = tuple(mark for mark in here if len(mark.span) and mark.span.contains(Span(start, end)))
            segments.append(Segment(Span(start, end), covering))
    return segments


def _with_ends(segment: Segment, first: dict[str, Segment], last: dict[str, Segment]) -> Segment:
    if not segment.marks:
        return segment
    return Segment(
        segment.span,
        segment.marks,
        tuple(mark for mark in segment.marks if first[mark.anchor] is segment),
        tuple(mark for mark in segment.marks if last[mark.anchor] is segment),
    )

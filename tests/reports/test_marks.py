from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.text import Span
from reports.page.marks import Mark, marked

SIZE = 30
SPANS = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(lambda ends: Span(min(ends), max(ends)))
CUTS = st.lists(st.integers(0, SIZE), min_size=2, max_size=8, unique=True).map(sorted)


def marks_of(spans):
    return [Mark(f"m-{number}", f"f-{number}", span, "error", number + 1) for number, span in enumerate(spans)]


def leaves_of(cuts):
    """Leaves with gaps: every second stretch between the cuts."""
    return [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


def test_crossing_marks_share_the_middle_segment():
    one, two = marks_of([Span(0, 6), Span(4, 9)])
    (segments,) = marked([Span(0, 10)], [one, two])
    assert [(segment.span, segment.marks) for segment in segments] == [
        (Span(0, 4), (one,)),
        (Span(4, 6), (one, two)),
        (Span(6, 9), (two,)),
        (Span(9, 10), ()),
    ]
    assert [segment.closes for segment in segments] == [(), (one,), (two,), ()]


def test_a_mark_over_two_leaves_opens_and_closes_once():
    (mark,) = marks_of([Span(2, 14)])
    segments = [segment for leaf in marked([Span(0, 5), Span(10, 20)], [mark]) for segment in leaf]
    assert [segment.span for segment in segments if segment.opens] == [Span(2, 5)]
    assert [segment.span for segment in segments if segment.closes] == [Span(10, 14)]


def test_an_empty_span_keeps_its_place():
    (mark,) = marks_of([Span(5, 5)])
    segments = [segment for leaf in marked([Span(0, 5), Span(5, 9)], [mark]) for segment in leaf]
    assert [segment.span for segment in segments if segment.marks] == [Span(5, 5)]


@given(CUTS, st.lists(SPANS, max_size=8))
def test_segments_are_the_leaves_and_know_exactly_the_marks_over_them(cuts, spans):
    leaves, marks = leaves_of(cuts), marks_of(spans)
    for leaf, segments in zip(leaves, marked(leaves, marks), strict=True):
        assert [at for each in segments for at in range(each.span.start, each.span.end)] == list(
            range(leaf.start, leaf.end)
        )
        for segment in segments:
            for at in range(segment.span.start, segment.span.end):
                assert {mark.anchor for mark in segment.marks} == {
                    mark.anchor for mark in marks if mark.span.start <= at < mark.span.end
                }


@given(CUTS, st.lists(SPANS, max_size=8))
def test_every_mark_that_touches_a_leaf_opens_once_and_closes_once(cuts, spans):
    leaves, marks = leaves_of(cuts), marks_of(spans)
    segments = [segment for leaf in marked(leaves, marks) for segment in leaf]
    for mark in marks:
        seen = any(
            mark.span.overlaps(leaf) if len(mark.span) else leaf.start <= mark.span.start <= leaf.end for leaf in leaves
        )
        assert sum(mark in segment.opens for segment in segments) == seen
        assert sum(mark in segment.closes for segment in segments) == seen

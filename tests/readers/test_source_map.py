"""A source map keeps runs; what it says of every span is what the list of all characters says."""

from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text import SourceMap, Span

# Of each visible character: how far behind the last one it starts, and how many source characters it stands for.
_PIECES = st.lists(st.tuples(st.sampled_from([0, 0, 0, 1, 7]), st.sampled_from([1, 1, 1, 0, 6])), max_size=30)


@given(_PIECES, st.data())
def test_runs_say_what_the_characters_say(pieces: list[tuple[int, int]], data: st.DataObject) -> None:
    starts, ends, at = [], [], 0
    for gap, width in pieces:
        starts.append(at + gap)
        ends.append(at + gap + width)
        at += gap + width
    kept = SourceMap(starts, ends)
    restored = SourceMap.of_runs(kept.length, kept.runs)
    low = data.draw(st.integers(0, len(pieces)))
    high = data.draw(st.integers(low, len(pieces)))
    empty_at = starts[low] if low < len(starts) else (ends[-1] if ends else 0)
    wanted = Span(starts[low], ends[high - 1]) if low < high else Span(empty_at, empty_at)
    assert kept.to_source(Span(low, high)) == wanted
    assert restored.to_source(Span(low, high)) == wanted
    offset = data.draw(st.integers(0, at + 2))
    assert kept.to_visible(offset) == bisect_left(starts, offset)


def test_without_a_map_the_visible_text_is_the_source() -> None:
    restored = SourceMap.of_runs(SourceMap().length, SourceMap().runs)
    assert restored.to_source(Span(3, 9)) == Span(3, 9)
    assert restored.to_visible(7) == 7


def test_plain_copying_is_one_run() -> None:
    assert SourceMap(range(100), range(1, 101)).runs == ((0, 0, 100),)


def test_what_is_no_map_is_refused() -> None:
    with pytest.raises(ValueError, match="as many ends as starts"):
        SourceMap([0, 1], [1])
    with pytest.raises(ValueError, match="as many ends as starts"):
        SourceMap([0])
    with pytest.raises(ValueError, match=r"not a span: 3\.\.2"):
        Span(3, 2)

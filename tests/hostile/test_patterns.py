"""No expression of the project can be made to try endless ways of reading one text."""

from __future__ import annotations

import pytest

from benchmarks.bounds.ambiguity import words_read_twice
from benchmarks.bounds.expressions import sources

# Not ours: the reader of Markdown and the template engine bring their own.
_FOREIGN = ("<[A-Za-z]", "(?P<comment_begin>")


def test_no_repetition_of_ours_reads_a_text_in_two_ways() -> None:
    found = {source: words for source, flags in sources() if (words := words_read_twice(source, flags))}
    assert {source: words for source, words in found.items() if not any(mark in source for mark in _FOREIGN)} == {}


def test_the_expressions_of_extractors_are_among_those_looked_at() -> None:
    assert any("不晚于|不迟于" in source for source, _ in sources())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("(?:约|约为|为)*$", ("约为",)),
        ("(?:日|期|[^,]{0,4})*$", ("养养",)),
        ("(?:需要?|要)+", ("需要",)),
        ("(?:约|为)*$", ()),
        ("(?:约|约为|为){0,8}$", ()),
        ("(?:约为|约|为)*+$", ()),
        ("(?:每(?:人|月))*", ()),
    ],
)
def test_words_that_others_make_up(source: str, words: tuple[str, ...]) -> None:
    assert words_read_twice(source) == words

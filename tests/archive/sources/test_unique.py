"""Names of documents are unique, stable, and cheap to remember."""

from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from linter.archive.sources.unique import UniqueNames

_NAMES = st.lists(st.sampled_from(["", "a", "a#2", "a#2#2", "a#3", "b"]), max_size=30)


@given(_NAMES)
def test_no_name_is_given_twice(names: list[str]) -> None:
    unique = UniqueNames()
    given_names = [unique.unique(name) for name in names]
    assert len(set(given_names)) == len(names)
    assert all(mine == name or mine.startswith(f"{name}#") for mine, name in zip(given_names, names, strict=True))


def test_repeated_names_are_numbered_in_their_order() -> None:
    unique = UniqueNames()
    assert [unique.unique(name) for name in ("a", "b", "a", "a", "b")] == ["a", "b", "a#2", "a#3", "b#2"]


def test_a_name_that_looks_numbered_keeps_it_when_it_comes_first() -> None:
    unique = UniqueNames()
    assert [unique.unique(name) for name in ("a#2", "a", "a")] == ["a#2", "a", "a#3"]


def test_many_names_take_little_room() -> None:
    unique = UniqueNames()
    tracemalloc.start()
    try:
        assert all(unique.unique(f"https://news.example.cn/{number}.html") for number in range(40_000))
        assert tracemalloc.get_traced_memory()[0] < 40_000 * 40
    finally:
        tracemalloc.stop()


def test_a_name_of_everything_is_numbered_quickly() -> None:
    unique = UniqueNames()
    assert [unique.unique("") for _ in range(20_000)][-1] == "#20000"

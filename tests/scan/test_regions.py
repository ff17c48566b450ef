"""Region hits in sentences: cases of ``regions.yml``, and what holds for any text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from ahocorasick_rs import AhoCorasick, MatchKind
from hypothesis import given
from hypothesis import strategies as st

from linter.scan.regions import accept_region_hits, region_names
from linter.scan.tokens import RegionToken
from reference.regions import RegionTable

GROUPS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("regions.yml").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=f"{group}-{name}") for group, cases in GROUPS.items() for name, case in cases.items()]
TABLE = RegionTable.load()


@cache
def automaton() -> tuple[AhoCorasick, list[str]]:
    """An automaton over the region names alone, as the lexicon builds it over all vocabulary."""
    names = list(region_names(TABLE))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def places(text: str) -> tuple[RegionToken, ...]:
    """The region tokens of a text."""
    matcher, names = automaton()
    hits = [(start, end, names[pattern]) for pattern, start, end in matcher.find_matches_as_indexes(text)]
    return accept_region_hits(text, hits, TABLE)


@pytest.mark.parametrize("case", CASES)
def test_finds_the_marked_places_and_nothing_else(case: dict[str, Any]) -> None:
    marked = case["text"]
    text = marked.replace("【", "").replace("】", "")
    tokens = places(text)

    assert mark(text, tokens) == marked
    assert [list(token.codes) for token in tokens] == [[f"{code:06d}" for code in codes] for codes in case["codes"]]


def mark(text: str, tokens: tuple[RegionToken, ...]) -> str:
    """The text with 【】 around every token."""
    for token in reversed(tokens):
        text = f"{text[: token.span.start]}【{token.span.cut(text)}】{text[token.span.end :]}"
    return text


TRICKY = ("四川", "北京", "朝阳", "市中区", "和县", "参保", "医保定", "市场", "路", "大学", "、", " ")
SNIPPETS = st.sampled_from([*sorted(region_names(TABLE))[::7], *TRICKY])


@given(st.lists(SNIPPETS | st.text(alphabet="的省市县区年0参保职东南西北路,。", max_size=3), max_size=12).map("".join))
def test_any_text_gives_ordered_known_places(text: str) -> None:
    tokens = places(text)

    for earlier, later in pairwise(tokens):
        assert earlier.span.end <= later.span.start
    for token in tokens:
        assert 2 <= len(token.span) <= len(text)
        assert token.span.end <= len(text)
        assert token.codes
        assert len(set(token.codes)) == len(token.codes)
        assert all(code in TABLE for code in token.codes)


@given(st.sampled_from(sorted(code for code in TABLE if not code.endswith("0000"))))
def test_the_full_name_of_any_place_is_one_token_with_its_code(code: str) -> None:
    text = f"{TABLE.full_name(code)},参保人"

    assert [(token.span.end, token.codes) for token in places(text)] == [(text.index(","), (code,))]

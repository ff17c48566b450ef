"""Wordings as data: groups, order, words that forbid, and the stretch they must share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.claims.propositions.forms import FormTable
from linter.claims.propositions.wordings import Form, FormParser
from linter.text import Span


def form(raw: dict[str, object]) -> Form:
    return FormParser({"neg": ["不", "没有"]}).parse("key", raw)


def found(raw: dict[str, object], text: str, around: str = "") -> list[str]:
    table = FormTable([form(raw)])
    return [span.cut(text) for _, span in table.matches(text, Span(0, len(text)), lambda: around)]


@pytest.mark.parametrize(
    ("raw", "text", "hulls"),
    [
        ({"all": [["甲"], ["乙", "丙"]]}, "有甲也有丙", ["甲也有丙"]),
        ({"all": [["甲"], ["乙"]]}, "先乙后甲", ["乙后甲"]),
        ({"all": [["甲"], ["乙"]], "ordered": True}, "先乙后甲", []),
        ({"all": [["甲"], ["乙"]]}, "甲,乙", []),
        ({"all": [["甲"], ["乙"]], "within": "pair"}, "甲,乙", ["甲,乙"]),
        ({"all": [["甲"], ["乙"]], "within": "pair"}, "甲,丁,乙", []),
        ({"all": [["甲"], ["乙"]], "within": "sentence"}, "甲,丁,乙", ["甲,丁,乙"]),
        ({"all": [["甲"]], "none": ["@neg"]}, "不是甲", []),
        ({"all": [["甲"]], "none": ["@neg"]}, "不是乙,是甲", ["甲"]),
        ({"all": [["甲"]], "about": ["题"]}, "甲", []),
        ({"all": [["兄弟", "兄弟姐妹"]]}, "兄弟姐妹", ["兄弟姐妹"]),
        ({"all": [["甲"], ["乙"]]}, "甲1,000乙", ["甲1,000乙"]),
        ({"all": [["甲|丙~乙"]]}, "丙与乙", ["丙与乙"]),
        ({"all": [["甲|丙~乙"]]}, "乙与丙", []),
        ({"all": [["甲~乙"]], "within": "sentence"}, "甲,乙", []),
        ({"all": [["甲~乙"]]}, "甲一二三四五六七八九乙", []),
        ({"all": [["甲~乙~丙"]]}, "甲一乙二丙", ["甲一乙二丙"]),
        ({"all": [["甲"]], "none": ["@neg~丁"]}, "不是丁,丁是甲", ["甲"]),
        ({"all": [["甲"]], "none": ["@neg~丁"]}, "不是丁的甲", []),
        ({"all": [["甲"], ["乙"]], "unless": ["丁"]}, "丁,甲乙", []),
        ({"all": [["可以"]]}, "不可以", []),
        ({"all": [["还未"], ["出台"]]}, "还未出台", ["还未出台"]),
    ],
)
def test_a_form_matches_where_its_words_share_a_stretch(raw: dict[str, object], text: str, hulls: list[str]) -> None:
    assert found(raw, text) == hulls


def test_the_topic_may_stand_around_the_sentence() -> None:
    assert found({"all": [["甲"]], "about": ["题"]}, "甲", "标题") == ["甲"]


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        form({"all": [["@nowhere"]]})


@given(st.text(alphabet="甲乙丙,;1不 ", max_size=30), st.text(alphabet="丁,。", max_size=5))
def test_spans_lie_inside_the_sentence_and_on_its_words(sentence: str, before: str) -> None:
    table = FormTable([form({"all": [["甲"], ["乙"]], "within": "pair"})])
    text = before + sentence
    for _, span in table.matches(text, Span(len(before), len(text)), str):
        assert len(before) <= span.start < span.end <= len(text)
        assert {text[span.start], text[span.end - 1]} == {"甲", "乙"}

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.wide_text import padded, width, window, wrapped

MIXED = st.text(alphabet="社保ab1.% ，。（）😀𠮷e\u0301", max_size=80)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("社保", 4), ("，", 2), ("ｅ", 2), ("e\u0301", 1), ("𠮷", 2), ("😀", 2), ("", 0), ("“”", 2)],
)
def test_a_chinese_character_takes_two_columns(text, columns):
    assert width(text) == columns


def test_padding_fills_up_to_the_column():
    assert padded("规定", 6) == "规定  "
    assert padded("规定", 2) == "规定"


def test_lines_never_begin_with_a_closing_mark_or_split_a_number():
    lines = wrapped("单位缴纳养老保险费每月1532.65元，个人缴纳（职工）每月766.32元。", 22)
    assert len(lines) > 2
    assert all(line[0] not in "，。）.%" for line in lines)
    assert any("1532.65" in line for line in lines)
    assert any("766.32" in line for line in lines)


def test_a_width_of_zero_never_wraps():
    assert wrapped("很长" * 200, 0) == ("很长" * 200,)


@given(MIXED, st.integers(2, 30))
def test_lines_fit_and_lose_nothing_but_blanks(text, columns):
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)


@given(st.text(alphabet="社保ab1，😀", min_size=1, max_size=80), st.data(), st.integers(10, 60))
def test_a_window_shows_the_quote_in_its_place(text, data, columns):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part, at, to = window(text, start, end, columns)
    assert part[at:to] == text[start:end]
    assert width(part) <= max(columns, width(text[start:end]) + 2)

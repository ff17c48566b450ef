"""Whatever is read: every visible character knows its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.readers import UnreadableError, read_document
from linter.testing import assert_well_read
from linter.text import LineIndex, Span

FRAGMENTS = {
    "a.txt": "标题 云江 养老 16% 8% 1600元 | \t - 1. 一、 ** ` $ \\frac{甲}{2} \\times &nbsp; &gt; <b> </b> <br> "
    "[文](http://a.b) 相关推荐 2025-05-06 😀 𠮷 \u3000 \u200b 。 , :",
    "a.md": "# ## - 1. > *  ** _ ~~ ` ``` [文](a) ![图](b) [^1] &nbsp; &lt; \\* \\| | --- <b> </b> <br> <!-- x --> "
    "标题 16% 养老 8*2=16 相关阅读 2025-05-06 $x=1$ 😀 𠮷 --- \u200b",
    "a.html": "<p> </p> <h1> </h1> <b> </b> <div> </div> <table> <tr> <td> <th\trowspan=2> </table> <ul> <li> </ul> "
    "<br> &nbsp; &amp; &times; &# &#65 <!-- --> <script> </script> <aside> <h3>相关推荐</h3> </aside> < > &lt 标题 16% "
    "养老 2025-05-06 😀 𠮷 \u200b <pre> </pre> <sup>1</sup> <del> </del>",
}


def files(name: str) -> st.SearchStrategy[str]:
    glue = st.sampled_from(["", " ", "\n", "\r\n", "\n\n", "\r"])
    parts = st.lists(
        st.tuples(st.one_of(st.sampled_from(FRAGMENTS[name].split(" ")), st.text(max_size=6)), glue), max_size=40
    )
    return parts.map(lambda found: "".join(part + end for part, end in found))


@pytest.mark.parametrize("name", FRAGMENTS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_character_knows_its_place(name: str, data: st.DataObject) -> None:
    source = data.draw(files(name))
    try:
        document = read_document(source.encode("utf-8", "ignore"), name)
    except UnreadableError:
        return
    assert_well_read(document)


def test_a_figure_split_by_marks_maps_to_all_of_them() -> None:
    document = read_document("<p>单位缴<b>1</b><i>6</i>%&nbsp;起</p>".encode(), "a.html")
    at = document.visible.index("16%")
    assert document.source_map.to_source(Span(at, at + 3)).cut(document.source) == "1</b><i>6</i>%"
    blank = document.visible.index("\xa0")
    assert document.source_map.to_source(Span(blank, blank + 1)).cut(document.source) == "&nbsp;"


def test_generated_line_feeds_stand_before_the_next_character() -> None:
    document = read_document("<p>甲</p><p>乙</p>".encode(), "a.html")
    assert document.visible == "甲\n乙"
    assert document.source_map.to_source(Span(1, 2)) == Span(document.source.index("乙"), document.source.index("乙"))


def test_lines_and_columns_count_code_points_of_the_source() -> None:
    document = read_document("\ufeff标题😀甲\r\n\r\n𠮷单位20%。".encode(), "a.txt")
    at = document.visible.index("20%")
    place = document.source_map.to_source(Span(at, at + 3))
    assert LineIndex(document.source).position(place.start) == (3, 4)

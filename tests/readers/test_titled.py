"""A title told beside the text is shown above it, and every place of the text leads to where it stood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.article import Article
from linter.document import BlockKind
from linter.engine import lint_document
from linter.readers import UnreadableError, read_document
from linter.settings import Settings, bench_of
from linter.text import Span
from linter.understanding import understand

TITLE = "甲城2024年社保费率"
TEXTS = {
    "a.txt": "单位养老保险按16%缴纳。\n个人按8%缴纳。",
    "a.md": "单位养老保险按**16%**缴纳。\n\n## 个人\n\n| 险种 | 比例 |\n|---|---|\n| 养老 | 8% |",
    "a.html": "<p>单位&nbsp;16%</p><h2>个人</h2><table><tr><td>养老</td><td>8%</td></tr></table>",
}


@pytest.mark.parametrize("path", TEXTS)
def test_the_title_is_the_first_heading_and_every_place_stays(path: str) -> None:
    text = TEXTS[path]
    plain, shown = read_document(text.encode(), path), read_document(text.encode(), path, TITLE)
    by = len(TITLE) + 1
    assert shown.title == TITLE
    assert shown.visible == f"{TITLE}\n{plain.visible}"
    assert shown.source == text
    section = shown.sections[0]
    assert section.title is not None
    assert section.title.cut(shown.visible) == TITLE
    assert (section.blocks[0].kind, section.blocks[0].level) == (BlockKind.HEADING, 1)
    at = [index for index, char in enumerate(plain.visible) if char.isalnum()]
    for index in at:
        before = Span(index, index + 1)
        after = Span(index + by, index + by + 1)
        assert shown.source_map.to_source(after) == plain.source_map.to_source(before)
    assert [table.span.start - by for table in section.tables] == [
        table.span.start for table in plain.sections[0].tables
    ]
    for table in section.tables:
        assert table.rows[-1][-1].span.cut(shown.visible) == "8%"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "# 自己的题目\n\n单位16%。"),
        ("a.md", "---\ntitle: 自己的题目\n---\n单位16%。"),
        ("a.html", "<title>自己的题目</title><p>单位16%。</p>"),
        ("a.html", "<h1>自己的题目</h1><p>单位16%。</p>"),
    ],
)
def test_a_text_keeps_its_own_title(path: str, text: str) -> None:
    assert read_document(text.encode(), path, TITLE) == read_document(text.encode(), path)


@pytest.mark.parametrize(("path", "text"), [("a.txt", f"{TITLE}\n单位16%。"), ("a.html", f"<p>{TITLE}</p><p>单位</p>")])
def test_a_title_that_is_shown_is_not_shown_twice(path: str, text: str) -> None:
    document = read_document(text.encode(), path, TITLE)
    assert document.visible.count(TITLE) == 1
    assert document.title == TITLE
    assert document.sections[0].title is not None


def test_a_short_first_line_is_no_title_when_somebody_says_the_title() -> None:
    document = read_document("各位参保人\n单位养老保险按16%缴纳。".encode(), "a.txt", TITLE)
    assert document.title == TITLE
    assert document.visible.startswith(f"{TITLE}\n各位参保人\n")


@pytest.mark.parametrize("title", ["", " \n ", "\u200b"])
def test_an_empty_title_is_none(title: str) -> None:
    assert read_document(b"16%", "a.txt", title) == read_document(b"16%", "a.txt")


@given(st.text(max_size=30), st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_any_title_above_any_text(title: str, text: str) -> None:
    try:
        plain = read_document(text.encode(), "a.txt")
    except UnreadableError:  # no text at all: the title does not make it one
        return
    shown = read_document(text.encode(), "a.txt", title)
    by = len(shown.visible) - len(plain.visible)
    assert shown.visible[by:] == plain.visible
    whole = Span(by, len(shown.visible))
    assert shown.source_map.to_source(whole) == plain.source_map.to_source(Span(0, len(plain.visible)))


def test_a_title_dates_and_places_what_the_text_says() -> None:
    bench = bench_of(Settings(date(2026, 11, 21), "audit"))
    text = "单位养老保险按20%缴纳。".encode()

    def findings(title: str | None) -> list[str]:
        document = Article("a.txt", text, title=title).read()
        return [each.code for each in lint_document(understand(document, bench.regions), bench).result.findings]

    assert findings(None)
    assert findings("2018年社保缴费比例") == []
    assert findings("2025年社保缴费比例")

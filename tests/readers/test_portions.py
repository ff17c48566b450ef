"""Paragraphs and articles that nobody reads in one piece: cut so that no word or figure is torn."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from linter.document import BlockKind, Document
from linter.readers import read_document
from linter.readers.portions import LONGEST_BLOCK, LONGEST_PORTION

SENTENCE = "单位按16%缴纳养老保险,个人按8%缴纳。"


def read(text: str, name: str = "article.md") -> Document:
    return read_document(text.encode(), name)


def blocks(document: Document) -> list[str]:
    return [block.span.cut(document.visible) for section in document.sections for block in section.blocks]


def test_what_is_short_stays_whole():
    line = SENTENCE * (LONGEST_BLOCK // len(SENTENCE))
    document = read(line + "\n", "article.txt")
    assert blocks(document) == [line]


def test_a_long_line_is_cut_behind_sentences():
    document = read(SENTENCE * 500, "article.txt")
    found = blocks(document)
    assert "".join(found) == document.visible == SENTENCE * 500
    assert max(map(len, found)) <= LONGEST_BLOCK
    assert all(each.endswith("。") for each in found)
    assert document.text == document.visible


@pytest.mark.parametrize("piece", ["养老保险", "1234", "12元,", "1+", "养老 "])
def test_without_a_stop_a_line_ends_where_it_is_cut(piece: str):
    document = read(piece * 3000, "article.txt")
    assert len(document.text) == len(document.visible)
    starts = [block.span.start for section in document.sections for block in section.blocks]
    assert len(starts) > 1
    assert all(document.text[start - 1] == "\n" for start in starts[1:])


def test_a_heading_of_pages_is_none():
    document = read("# " + SENTENCE * 500)
    kinds = {block.kind for section in document.sections for block in section.blocks}
    assert kinds == {BlockKind.PARAGRAPH}


def test_a_list_of_other_articles_ends_where_it_ended_behind_a_long_line():
    page = f"<p>{SENTENCE * 300}</p><div><h2>相关阅读</h2><p>甲市社保怎么交</p></div><p>{SENTENCE}</p>"
    document = read(page, "page.html")
    assert blocks(document)[-1].strip() in (SENTENCE, "甲市社保怎么交")
    assert sum(section.kind == "teaser" for section in document.sections) == 1


def chapters(document: Document) -> Sequence[str]:
    return [section.span.cut(document.visible).split("\n")[0] for section in document.sections]


def test_a_book_is_read_in_portions_that_begin_at_its_chapters():
    chapter = "## 第{}章\n\n" + f"{SENTENCE}\n\n" * 400
    document = read("# 社保手册\n\n" + "".join(chapter.format(number) for number in range(1, 9)))
    assert len(document.sections) > 1
    assert all(first.endswith("章") for first in chapters(document)[1:])
    assert all(len(section.span) <= LONGEST_PORTION + LONGEST_BLOCK for section in document.sections)
    titles = {section.title.cut(document.visible) for section in document.sections if section.title}
    assert titles == {"社保手册"}
    assert all(section.title for section in document.sections)


def test_nothing_of_a_book_is_lost():
    document = read(f"{SENTENCE}\n\n" * 4000, "article.txt")
    assert "".join(blocks(document)) == SENTENCE * 4000

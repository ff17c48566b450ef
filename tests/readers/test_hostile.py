"""Files made to break readers: read in full, without an exception, in linear time."""

from __future__ import annotations

import pytest

from linter.readers import read_document

SHOWN = "养老保险单位16%"
HOSTILE_HTML = {
    "nested elements": "<div>" * 10_000 + SHOWN + "</div>" * 10_000,
    "nested inline elements": "<b>" * 10_000 + SHOWN,
    "nested lists": "<ul><li>" * 5_000 + SHOWN,
    "nested tables": "<table><tr><td>" * 3_000 + SHOWN,
    "huge attribute": f"<p title='{'x' * 500_000}'>{SHOWN}",
    "stray end tags": "<table><tr><td>" + "</i></div>" * 20_000 + SHOWN,
    "stray angle brackets": "<" * 100_000 + " " + SHOWN,
    "ampersands": "&" * 100_000 + " " + SHOWN,
    "unclosed comment": f"<!-- <p>{SHOWN}",
    "quote in a tag": f"<p title=it's>{SHOWN}</p>",
    "unclosed paragraphs": "<p>" * 50_000 + SHOWN,
    "billions of cells": "<table><tr>" + "<td rowspan=65535 colspan=9999>甲" * 500 + f"<tr><td>{SHOWN}<td>8%</table>",
    "blanks": " " * 500_000 + SHOWN,
    "null attributes": f"<p = = '' \"\" / / =>{SHOWN}",
    "cdata": f"<p><![CDATA[{SHOWN}]]></p>",
}
HOSTILE_MARKDOWN = {
    "stars": "*甲 " * 20_000 + SHOWN,
    "brackets": "[" * 50_000 + SHOWN,
    "half links": "[甲](" * 20_000 + SHOWN,
    "backticks": "`a``b```" * 10_000 + SHOWN,
    "fractions": "\\frac{" * 20_000 + SHOWN,
    "tags": "<a " * 20_000 + SHOWN,
    "cells": "|甲" * 5_000 + "\n" + "|-" * 5_000 + "\n|" + SHOWN,
    "headings of links": "## 相关阅读\n\n## 甲\n\n文字。\n\n" * 2_000 + SHOWN,
    "aliases": "---\na: &a [x,x,x,x,x,x,x,x]\n"
    + "".join(f"{new}: &{new} [{','.join(['*' + old] * 8)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + f"title: *i\n---\n{SHOWN}",
}


@pytest.mark.parametrize("name", HOSTILE_HTML)
def test_hostile_html(name: str) -> None:
    document = read_document(HOSTILE_HTML[name].encode(), "a.html")
    assert SHOWN in document.visible
    assert any(SHOWN in block.span.cut(document.visible) for section in document.sections for block in section.blocks)


@pytest.mark.parametrize("name", HOSTILE_MARKDOWN)
def test_hostile_markdown(name: str) -> None:
    document = read_document(HOSTILE_MARKDOWN[name].encode(), "a.md")
    assert SHOWN in document.visible


def test_text_in_a_broken_tag_is_not_invented() -> None:
    document = read_document(f'<p>{SHOWN}</p><a href="20%'.encode(), "a.html")
    assert document.visible == SHOWN

"""Which column says what, in which format, and what becomes of a row that does not say it."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from linter.archive.sources.columns import Columns, ColumnsError, Layout, layout_of
from tests.archive.sources.written import DEFAULT, drawn, write


@pytest.mark.parametrize(
    ("names", "layout"),
    [
        (["id", "title", "text"], Layout("text", id="id", title="title")),
        (["Content", "DATE", "URL"], Layout("Content", published="DATE", url="URL")),
        (["文章编号", "标题", "正文", "发布日期", "地区"], Layout("正文", "文章编号", "标题", "发布日期", "地区")),
        (["html", "link"], Layout("html", url="link", suffix=".html")),
        (["markdown"], Layout("markdown", suffix=".md")),
        (["body", "content"], Layout("content")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_usual_names_are_known(names: list[str], layout: Layout) -> None:
    assert layout_of(DEFAULT, names, "a.csv") == layout


def test_named_columns_come_before_usual_ones() -> None:
    layout = layout_of(Columns(text="nr", title="bt", format="html"), ["id", "title", "text", "bt", "nr"], "a.csv")
    assert layout == Layout("nr", id="id", title="bt", suffix=".html")
    assert layout.used == ("id", "nr", "bt")


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ColumnsError, match=r'a\.csv has no column "day", only: id, text'):
        layout_of(Columns(published="day"), ["id", "text"], "a.csv")
    with pytest.raises(ColumnsError, match='no column "pdf"'):
        layout_of(Columns(format="pdf"), ["id", "text"], "a.csv")
    with pytest.raises(ColumnsError, match="--text: id, nr"):
        layout_of(DEFAULT, ["id", "nr"], "a.csv")


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("单位养老保险按16%缴纳。", ".txt"),
        ("# 养老\n\n单位16%。", ".md"),
        ("<p>单位16%。</p>", ".html"),
        ("<!DOCTYPE html><html></html>", ".html"),
        ("1<2,单位16%。", ".txt"),
    ],
)
def test_the_format_is_seen(tmp_path: Path, text: str, suffix: str) -> None:
    for value, name in ((text, "a.jsonl"), (text.encode(), "a.parquet")):
        (article,) = drawn(write(tmp_path / name, [{"id": "1", "text": value}]))
        assert (article["path"], article["data"].decode()) == (f"1{suffix}", text)


def test_the_format_is_told(tmp_path: Path) -> None:
    rows = [
        {"id": kind, "text": "单位16%。", "kind": kind} for kind in ("Markdown", "text/html; charset=utf-8", ".txt")
    ]
    path = write(tmp_path / "a.jsonl", [*rows, {"id": "unsaid", "text": "<p>甲</p>"}, {**rows[0], "kind": "pdf"}])
    articles = drawn(path, columns=Columns(format="kind"))
    assert [article["path"].rpartition(".")[2] for article in articles[:4]] == ["md", "html", "txt", "html"]
    assert 'unknown format "pdf"' in articles[4]["fault"]
    assert {article["path"].rpartition(".")[2] for article in drawn(path, columns=Columns(format="md"))} == {"md"}


def test_word_files_in_columns(tmp_path: Path) -> None:
    data = b"PK\x03\x04 and so on"
    rows: list[dict[str, Any]] = [{"id": "1", "text": base64.b64encode(data).decode()}]
    (packed,) = drawn(write(tmp_path / "a.jsonl", rows), columns=Columns(format="docx"))
    (binary,) = drawn(write(tmp_path / "a.parquet", [{"id": "1", "text": data}]))
    assert packed["data"] == binary["data"] == data
    assert packed["path"] == binary["path"] == "1.docx"
    (wrong,) = drawn(write(tmp_path / "b.jsonl", [{"id": "1", "text": "单位"}]), columns=Columns(format="docx"))
    assert "base64" in wrong["fault"]


def test_names_are_ids_else_addresses_else_places(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "url": "https://a.example.cn/7", "text": "甲"},
        {"id": None, "url": "https://a.example.cn/8", "text": "乙"},
        {"id": " ", "url": None, "text": "丙"},
    ]
    path = write(tmp_path / "a.jsonl", rows)
    assert [article["id"] for article in drawn(path)] == ["7", "https://a.example.cn/8", f"{path.as_posix()}:3"]


def test_a_day_in_a_name_does_not_outdo_the_column(tmp_path: Path) -> None:
    rows = [
        {"id": "2019-03-04-养老", "date": "2025-04-22", "text": "甲"},
        {"id": "2019-03-04-医疗", "date": None, "text": "乙"},
        {"id": "20190304", "date": None, "text": "丙"},
    ]
    articles = drawn(write(tmp_path / "a.jsonl", rows))
    assert [article["published"] for article in articles] == [date(2025, 4, 22), date(2019, 3, 4), None]
    assert [article["path"] for article in articles] == ["article.txt"] * 3
    assert [article["id"] for article in articles] == [row["id"] for row in rows]


def test_rows_without_text_are_faults(tmp_path: Path) -> None:
    rows = [{"id": "1", "text": ""}, {"id": "2"}, {"id": "3", "text": 16}, {"id": "4", "text": ["甲"]}, {"text": "甲"}]
    faults = [article["fault"] for article in drawn(write(tmp_path / "a.jsonl", rows))]
    assert ["no text" in (fault or "") for fault in faults] == [True, True, False, False, False]
    assert ["other than text" in (fault or "") for fault in faults] == [False, False, True, True, False]
    assert faults[4] is None
    zh, en = faults[0].split("\x1f")
    assert "没有正文" in zh
    assert "no text" in en

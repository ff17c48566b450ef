"""The same articles come out of every kind of table, as they were written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.archive.sources.columns import Columns
from tests.archive.sources.written import csv_text, drawn, write, write_warc

KINDS = ("a.jsonl", "a.ndjson", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.csv.gz", "a.parquet")
ROWS = [
    {
        "id": f"n{number}",
        "标题": f"第{number}问",
        "正文": f'第一行,“引”"号"\n第二行{number};\t末尾',
        "发布日期": "2025年4月22日",
        "region": "成都",
        "url": f"https://news.example.cn/{number}",
    }
    for number in range(1, 8)
]


@pytest.mark.parametrize("name", KINDS)
def test_articles_come_out_as_they_were_written(tmp_path: Path, name: str) -> None:
    articles = drawn(write(tmp_path / name, ROWS))
    assert [article["id"] for article in articles] == [row["id"] for row in ROWS]
    assert [article["data"].decode() for article in articles] == [row["正文"] for row in ROWS]
    assert articles[2] == {
        "id": "n3",
        "path": "n3.txt",
        "data": ROWS[2]["正文"].encode(),
        "title": "第3问",
        "published": date(2025, 4, 22),
        "region": "成都",
        "url": "https://news.example.cn/3",
        "fault": None,
    }


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=60)
_ROWS = st.lists(st.fixed_dictionaries({"id": _TEXT, "title": _TEXT, "text": _TEXT}), min_size=1, max_size=8)


@settings(max_examples=40)
@given(_ROWS, st.sampled_from(KINDS))
def test_any_text_survives_any_table(rows: list[dict[str, str]], kind: str) -> None:
    with TemporaryDirectory() as folder:
        articles = drawn(write(Path(folder) / kind, rows))
    assert [article["data"].decode() for article in articles] == [row["text"] for row in rows]
    assert [article["title"] for article in articles] == [row["title"].strip() or None for row in rows]
    assert len({article["id"] for article in articles}) == len(rows)
    assert not any(article["fault"] for article in articles)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv_text(ROWS, delimiter).encode(encoding))
    assert [article["data"].decode() for article in drawn(path)] == [row["正文"] for row in ROWS]


def test_json_lines_with_a_mark_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('\ufeff{"text":"甲"}\r\n\r\n{"text":"乙"}'.encode())
    assert [(article["id"].rpartition("/")[2], article["data"].decode()) for article in drawn(path)] == [
        ("a.jsonl:1", "甲"),
        ("a.jsonl:3", "乙"),
    ]


def test_half_a_character_is_one_sign(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text":"单位16%\\ud83d缴纳","title":"\\ud83d"}\n', encoding="utf-8")
    (article,) = drawn(path)
    assert (article["data"].decode(), article["title"]) == ("单位16%?缴纳", "?")


def test_warc_gives_whole_pages_in_html(tmp_path: Path) -> None:
    page = "<html><title>养老</title><p>单位16%。</p></html>"
    answers = [
        ("https://a.example.cn/1.html", "200 OK", "text/html; charset=gbk", page.encode("gb18030")),
        ("https://a.example.cn/2", "404 Not Found", "text/html", b"<p>none</p>"),
        ("https://a.example.cn/3.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://a.example.cn/4", "200 OK", "TEXT/HTML", page.encode()),
    ]
    for name in ("crawl.warc", "crawl.warc.gz"):
        articles = drawn(write_warc(tmp_path / name, answers))
        assert [article["id"] for article in articles] == [answers[0][0], answers[3][0]]
        assert [article["url"] for article in articles] == [answers[0][0], answers[3][0]]
        assert [article["data"] for article in articles] == [page.encode("gb18030"), page.encode()]
        assert {article["path"].rpartition(".")[2] for article in articles} == {"html"}
        # When a page was fetched is not when it was published.
        assert {article["published"] for article in articles} == {None}


def test_a_page_is_dated_by_its_address(tmp_path: Path) -> None:
    answers = [("https://a.example.cn/2024/01/31/x.html", "200 OK", "text/html", b"<p>a</p>")]
    (article,) = drawn(write_warc(tmp_path / "a.warc", answers), columns=Columns(title="none", text="none"))
    assert article["published"] == date(2024, 1, 31)

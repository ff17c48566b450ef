"""Damage costs what is damaged: the rest of the file and all other files are read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from linter.archive.sources import article_rows, delimited, files, jsonl
from tests.archive.sources.written import csv_text, drawn, json_lines, random_text, write, write_warc

ROWS = [
    {"id": f"n{number}", "text": f"{number}。单位养老保险按16%缴纳。" + random_text(number, 300)}
    for number in range(300)
]


def test_damaged_lines_are_faults(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "\n[1]\n{"text":"\xff\xfe"}\n' + b"[" * 100_000 + b"\n" + '{"text":"甲"}\n'.encode())
    articles = drawn(path)
    assert [article["fault"] is None for article in articles] == [False, False, False, False, True]
    assert "line 1 is no valid JSON" in articles[0]["fault"]
    assert "line 2 is valid JSON but no object" in articles[1]["fault"]
    assert articles[0]["id"] == f"{path.as_posix()}:1"
    assert articles[4]["data"].decode() == "甲"


def test_a_file_of_damaged_lines_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"no\nno\n")
    assert ["no valid JSON" in article["fault"] for article in drawn(path)] == [True, True]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.csv.gz"])
def test_a_torn_stream_ends_with_its_fault(tmp_path: Path, name: str) -> None:
    whole = write(tmp_path / name, ROWS).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) * 2 // 3])
    *before, last = drawn(tmp_path / name, write(tmp_path / "z.jsonl", ROWS[:1]))[:-1]
    assert 100 < len(before) < 200
    assert [article["data"].decode() for article in before] == [row["text"] for row in ROWS[: len(before)]]
    assert last["id"] == (tmp_path / name).as_posix()
    assert "cannot be read any further" in last["fault"]


def test_a_stream_with_a_wrong_byte_ends_with_its_fault(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(json_lines(ROWS)))
    data[len(data) // 2] ^= 0xFF
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    assert drawn(path)[-1]["fault"]


def test_csv_rows_that_do_not_fit_the_head(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,甲\n2,乙,丙\n3\n\n4,"丁,\n戊"\n', encoding="utf-8")
    articles = drawn(path)
    assert [article["fault"] is None for article in articles] == [True, False, False, True]
    assert "line 3 has 3 fields, the head line 2" in articles[1]["fault"]
    assert articles[3]["data"].decode() == "丁,\n戊"


def test_a_damaged_byte_costs_one_row_of_a_csv_file(tmp_path: Path) -> None:
    for encoding, damage in (("utf-8", b"\xe5\xff"), ("gb18030", b"\xff\xff")):
        path = tmp_path / f"{encoding}.csv"
        rows = csv_text(ROWS[:9]).encode(encoding).split(b"\r\n")
        rows[8] = b"n7," + damage
        path.write_bytes(b"\r\n".join(rows))
        articles = drawn(path)
        assert [number for number, article in enumerate(articles) if article["fault"]] == [7]
        assert f"bytes that are no {encoding}" in articles[7]["fault"]
        assert articles[8]["data"].decode() == ROWS[8]["text"]


def test_a_quote_that_is_never_closed_does_not_swallow_the_file(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(delimited, "_LONGEST_FIELD", 5000)
    rows = csv_text(ROWS).split("\r\n")
    rows[50] = 'n49,"open'
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join(rows), encoding="utf-8", newline="")
    articles = drawn(path)
    assert [article["id"] for article in articles[:49]] == [row["id"] for row in ROWS[:49]]
    assert "cannot be read" in articles[49]["fault"]
    assert articles[-1]["id"] == ROWS[-1]["id"]
    assert len(articles) > 250


def test_a_damaged_row_group_costs_its_rows(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path, row_group_size=100, use_dictionary=False, compression="zstd")
    group = pq.ParquetFile(path).metadata.row_group(1).column(1)
    data = bytearray(path.read_bytes())
    start = group.data_page_offset
    data[start : start + group.total_compressed_size] = bytes(group.total_compressed_size)
    path.write_bytes(data)
    articles = drawn(path)
    assert [article["id"] for article in articles if not article["fault"]] == [
        row["id"] for row in [*ROWS[:100], *ROWS[200:]]
    ]
    (fault,) = [article["fault"] for article in articles if article["fault"]]
    assert "row group 2 cannot be read to its end, it is lost from row 101 on" in fault


def test_no_parquet_file_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 and nothing")
    (article,) = drawn(path)
    assert "cannot be read any further after record 0" in article["fault"]


def test_a_torn_warc(tmp_path: Path) -> None:
    answers = [
        (f"https://a.example.cn/{row['id']}", "200 OK", "text/html", f"<p>{row['text']}</p>".encode()) for row in ROWS
    ]
    for name in ("a.warc", "a.warc.gz"):
        path = write_warc(tmp_path / name, answers)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        articles = drawn(path)
        assert 100 < len(articles) < 200
        assert articles[-1]["fault"]
        assert not any(article["fault"] for article in articles[:-1])


def test_what_is_too_large_is_no_article(tmp_path: Path, monkeypatch) -> None:
    for module in (jsonl, files, article_rows):
        monkeypatch.setattr(module, "LARGEST", 1 << 20)
    long = "长" * (1 << 20)
    table = write(tmp_path / "a.jsonl", [{"id": "long", "text": long}, {"id": "short", "text": "甲"}])
    other = write(tmp_path / "b.parquet", [{"id": "wide", "text": long}])
    (tmp_path / "c.txt").write_text(long, encoding="utf-8")
    articles = drawn(table, other, tmp_path / "c.txt")
    assert [("larger than 1 MB" in (article["fault"] or "")) for article in articles] == [True, False, True, True]


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "b.jsonl").symlink_to(tmp_path / "nowhere.jsonl")
    (tmp_path / "c.md").write_text("单位16%。", encoding="utf-8")
    assert [article["fault"] is None for article in drawn(tmp_path)] == [False, False, True]

"""``--statistics`` and ``--history``: what a run leaves behind."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

AS_OF = ("--as-of", "2031-06-01", "--isolated", "--fail-on", "never")


def test_statistics_go_to_standard_error_and_leave_the_report_alone(factlint: CommandLine, articles: Path) -> None:
    plain = factlint("check", articles, *AS_OF, "--format", "json")
    counted = factlint("check", articles, *AS_OF, "--format", "json", "--statistics", "--lang", "zh")
    assert counted.out == plain.out
    assert [line.split() for line in counted.err.splitlines()] == [
        ["检查", "地区", "发布至今", "错误", "警告", "提示"],
        ["AR101", "equation-wrong", "未写明", "无日期", "1", "0", "0"],
        ["合计", "1", "0", "0"],
    ]


def test_nothing_found_is_said(factlint: CommandLine, articles: Path) -> None:
    outcome = factlint("check", articles / "right.md", *AS_OF, "--statistics", "--lang", "en")
    assert outcome.err == "Nothing was found, so there is nothing to count.\n"


def test_the_same_counts_go_to_files(factlint: CommandLine, articles: Path, tmp_path: Path) -> None:
    for name in ("counts.json", "counts.csv"):
        factlint("check", articles, *AS_OF, "--statistics-output", tmp_path / name)
    content = json.loads((tmp_path / "counts.json").read_text(encoding="utf-8"))
    (row,) = content["rows"]
    assert content["as_of"] == "2031-06-01"
    assert (row["code"], row["region"], row["age"], row["error"]) == ("AR101", None, "undated", 1)
    (cells,) = csv.DictReader(io.StringIO((tmp_path / "counts.csv").read_text(encoding="utf-8-sig")))
    assert (cells["as_of"], cells["code"], cells["region"], cells["error"]) == ("2031-06-01", "AR101", "", "1")


def test_each_run_adds_a_line_and_the_page_draws_them(factlint: CommandLine, articles: Path, tmp_path: Path) -> None:
    history, page = tmp_path / "kept" / "history.jsonl", tmp_path / "page.html"
    asked = ("check", articles, "--isolated", "--fail-on", "never", "--history", history)
    factlint(*asked, "--as-of", "2031-06-01", "--format", "html", "--output", page)
    assert 'class="trend"' not in page.read_text(encoding="utf-8")
    (articles / "wrong.md").write_text("云州基数6400元。\n", encoding="utf-8")
    factlint(*asked, "--as-of", "2031-09-01", "--format", "html", "--output", page)
    lines = [json.loads(line) for line in history.read_text(encoding="utf-8").splitlines()]
    assert [(line["as_of"], line["by_severity"]["error"]) for line in lines] == [("2031-06-01", 1), ("2031-09-01", 0)]
    assert '<polyline points="0,0 1000,160"/>' in page.read_text(encoding="utf-8")


def test_equal_runs_add_equal_lines(factlint: CommandLine, articles: Path, tmp_path: Path) -> None:
    history = tmp_path / "history.jsonl"
    for _ in range(2):
        factlint("check", articles, *AS_OF, "--history", history)
    first, second = history.read_text(encoding="utf-8").splitlines()
    assert first == second


@pytest.mark.parametrize("written", ["not json\n", '{"as_of": "2031-06-01"}\n'])
def test_a_file_that_is_no_history_is_told_and_left_alone(
    factlint: CommandLine, articles: Path, tmp_path: Path, written: str
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(written, encoding="utf-8")
    outcome = factlint("check", articles, *AS_OF, "--history", file)
    assert outcome.code == 2
    assert f"{file}:1:" in outcome.err
    assert file.read_text(encoding="utf-8") == written

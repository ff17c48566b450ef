from __future__ import annotations

import csv
import io

import pytest

from linter.finding import Message
from reports import csv_table


@pytest.fixture
def rows(options):
    def read(run):
        text = csv_table.render(run, lang="zh", options=options)
        assert text.startswith("\ufeff")
        return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))

    return read


def test_a_finding_is_a_row_and_so_is_a_problem(rows, full_run):
    table = rows(full_run)
    assert [(row["code"], row["line"], row["column"]) for row in table][:3] == [
        ("problem", "", ""),
        ("ST101", "4", "1"),
        ("RF101", "4", "14"),
    ]
    rate = next(row for row in table if row["code"] == "RF101")
    assert (rate["quote"], rate["expected"], rate["suggestion"]) == ("20%", "16%", "16%")
    assert rate["rule"] == "pension.employer_rate"
    assert "云发〔2019〕13号" in rate["source"]


def test_lines_end_as_spreadsheets_want_and_cells_hold_none(options, hostile_run):
    text = csv_table.render(hostile_run, lang="zh", options=options)
    assert text.count("\n") == text.count("\r\n") == 3


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", " =", "\r@"])
def test_no_cell_is_a_formula(rows, make_article, make_finding, make_result, make_run, lead):
    words = f'{lead}HYPERLINK("http://example.org")'
    of = make_article(f"【{words}】。", path=f"{lead}a.md")
    (row,) = rows(make_run(make_result(of, make_finding(of, message=Message(words, words)))))
    assert {row[column][0] for column in ("path", "quote", "message")} == {"'"}


def test_an_ordinary_cell_is_left_alone(rows, make_article, make_finding, make_result, make_run):
    of = make_article("【8-9%】。")
    (row,) = rows(make_run(make_result(of, make_finding(of))))
    assert row["quote"] == "8-9%"

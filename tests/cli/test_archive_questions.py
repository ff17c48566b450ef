"""``factlint archive``: what a scanned archive answers, in every format."""

from __future__ import annotations

import csv
import html
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from linter.archive.questions.question import QUESTIONS
from linter.messages import say
from linter.schemas import load_schema
from tests.cli.conftest import CommandLine

_SCHEMA = Draft202012Validator(
    load_schema("linter.archive.questions", "answer-v1.schema.json"), format_checker=FormatChecker(["date"])
)
_ASKED = {
    "contradictions": ("contradictions",),
    "contradicting": ("contradictions", "--each"),
    "findings": ("findings",),
    "claims": ("claims",),
    "variance": ("variance", "pension.rate"),
    "duplicates": ("duplicates",),
    "copied_sentences": ("duplicates", "--sentences"),
    "coverage": ("coverage",),
    "coverage_of_subjects": ("coverage", "--by", "subject"),
}


@pytest.fixture
def store(factlint: CommandLine, tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    same = "".join(f"第{number}项,参保人应当带好材料,到{number}号窗口办理登记手续。" for number in range(40))
    for name, day, text in (
        ("=1+1.md", "2026-03-02", "企业职工基本养老保险单位缴费比例为16%。"),
        ("乙.md", "2026-03-03", "企业职工基本养老保险单位缴费比例为20%。" + same),
        ("丙.md", "2026-03-04", "企业职工基本养老保险单位缴费比例为20%。" + same),
    ):
        (corpus / name).write_text(f"# 养老\n\n{day}\n\n{text}\n", encoding="utf-8")
    assert factlint("scan", corpus, "--out", tmp_path / "store", "--jobs", "1", "--as-of", "2026-11-21").code == 0
    return tmp_path / "store"


def test_answers_every_question_in_every_format(factlint: CommandLine, store: Path, tmp_path: Path) -> None:
    assert set(_ASKED) == set(QUESTIONS)
    for name, arguments in _ASKED.items():
        told = json.loads(factlint("archive", *arguments, store, "--format", "json").out)
        _SCHEMA.validate(told)
        assert (told["question"], told["store"]["as_of"], bool(told["rows"])) == (name, "2026-11-21", True)
        table = list(csv.DictReader(io.StringIO(factlint("archive", *arguments, store, "--format", "csv").out[1:])))
        assert [list(row) for row in table] == [list(row) for row in told["rows"]]
        file = tmp_path / f"{name}.parquet"
        assert factlint("archive", *arguments, store, "--format", "parquet", "-o", file).code == 0
        assert pq.read_table(file).num_rows == len(table)
        for lang in ("zh", "en"):
            for format_ in ("text", "html"):
                shown = factlint("archive", *arguments, store, "--format", format_, "--lang", lang)
                assert (shown.code, shown.err, bool(shown.out)) == (0, "", True)


def test_says_who_contradicts_whom(factlint: CommandLine, store: Path) -> None:
    head, row, usual, odd = factlint("archive", "contradictions", store).out.splitlines()
    assert head.split()[:3] == ["事项", "地区", "时期"]
    assert row.split()[:5] == ["职工养老保险费率(单位)", "16%", "1", "20%", "2"]
    assert row.endswith("多数对")
    assert (usual, odd) == (
        "  │ 企业职工基本养老保险单位缴费比例为16%。",
        "  │ 企业职工基本养老保险单位缴费比例为20%。",
    )


def test_finds_a_fact_by_rule_and_by_words(factlint: CommandLine, store: Path) -> None:
    by_id = factlint("archive", "variance", "pension.rate", store, "--format", "csv").out
    assert [row["value"] for row in csv.DictReader(io.StringIO(by_id[1:]))] == ["20%", "16%"]
    for subject in ("national.pension.rate.employer", "职工基本养老保险单位费率"):
        assert factlint("archive", "variance", subject, store, "--format", "csv").out == by_id
    unknown = factlint("archive", "variance", "没有这种事", store)
    assert (unknown.code, "reference search" in unknown.err) == (2, True)


def test_cuts_off_what_people_look_at_and_says_so(factlint: CommandLine, store: Path) -> None:
    shown = factlint("archive", "claims", store, "--limit", "1", "--lang", "en").out
    assert "The first 1 are shown" in shown
    assert "More" not in factlint("archive", "claims", store, "--limit", "3").out
    assert len(json.loads(factlint("archive", "claims", store, "--limit", "1", "--format", "json").out)["rows"]) == 1


def test_nothing_found_is_said(factlint: CommandLine, store: Path) -> None:
    told = factlint("archive", "claims", store, "--where", "document = 'nowhere.md'", "--lang", "en")
    assert told.code == 0
    assert told.out.splitlines() == [say("question.nothing").en]


def test_cells_are_not_calculated(factlint: CommandLine, store: Path) -> None:
    told = factlint("archive", "claims", store, "--format", "csv", "--where", "document like '%=1+1%'").out
    (row,) = csv.DictReader(io.StringIO(told[1:]))
    assert not row["document"].startswith("=")


def test_the_page_asks_nobody_for_anything(factlint: CommandLine, store: Path) -> None:
    page = factlint("archive", "findings", store, "--format", "html").out
    assert "default-src 'none'" in html.unescape(page)
    assert "<script" not in page
    assert "http" not in page.replace('<meta http-equiv="Content-Security-Policy"', "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("claims", "--where", "1 = 1; SELECT 2"), "--where"),
        (("claims", "--where", "CAST(quote AS INTEGER) > 1"), "--where"),
        (("claims", "--format", "parquet"), "--output"),
        (("claims", "--engine", "spark", "--where", "line > 1"), "--where is not for --engine spark"),
        (("findings", "--from", "soon"), "soon"),
        (("findings", "--region", "无此地"), "无此地"),
    ],
)
def test_refuses(arguments: tuple[str, ...], told: str, factlint: CommandLine, store: Path) -> None:
    refused = factlint("archive", *arguments[:1], store, *arguments[1:])
    assert (refused.code, told in refused.err, "Traceback" in refused.err) == (2, True, False)


def test_a_folder_that_is_no_store_is_told(factlint: CommandLine, tmp_path: Path) -> None:
    refused = factlint("archive", "claims", tmp_path)
    assert (refused.code, "no store" in refused.err) == (2, True)

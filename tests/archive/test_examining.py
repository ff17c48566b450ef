"""The per-document function finds what ``check`` finds, and loses nothing."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

from linter.api import lint_text
from linter.archive.examining import examine, judge_name, named, refused
from linter.archive.tables import EXAMINED
from linter.packed_claim import unpack
from tests.archive.corpus import CORPUS, SETTINGS, batches


def examined(contents: dict[str, str | bytes], **columns: Any) -> list[dict[str, Any]]:
    (batch,) = batches(contents, size=len(contents), **columns)
    return examine(batch, SETTINGS).to_pylist()


def test_findings_are_those_of_check() -> None:
    for name, text in CORPUS.items():
        (row,) = examined({name: text})
        result = lint_text(text, path=name, as_of=SETTINGS.as_of, profile="audit")
        expected = [(each.code, each.fingerprint, each.message.zh) for each in result.findings]
        assert [(each["code"], each["fingerprint"], each["message_zh"]) for each in row["findings"]] == expected
    assert sum(len(row["findings"]) for row in examined(dict(CORPUS))) >= 4


def test_a_claim_says_what_it_is_about() -> None:
    (row,) = examined({"a.md": "# 标题\n\n2026年福州市失业保险个人缴费比例约为0.3%。"})
    (claim,) = [each for each in row["claims"] if each["kind"] == "ValueClaim"]
    told = {
        "subject": "unemployment.rate",
        "scheme": "unemployment",
        "payer": "employee",
        "region": "350100",
        "written": "0.3%",
        "unit": "percent",
        "approximate": True,
        "line": 3,
        "quote": "0.3%",
        "period_from": "stated",
    }
    assert {name: claim[name] for name in told} == told
    assert claim["low"] < Decimal("0.3") < claim["high"]
    assert claim["written_low"] == claim["written_high"] == Decimal("0.3")
    assert unpack(claim["packed"]).span.start == claim["start"]


def test_equal_sentences_have_equal_keys_wherever_they_stand() -> None:
    said = "单位养老保险按20%缴纳。"
    first, second = examined({"a.txt": said, "b.txt": f"今天说一说费率。\n\n{said}"})
    one, other = (next(each for each in row["claims"] if each["subject"] == "pension.rate") for row in (first, second))
    assert one["start"] != other["start"]
    assert (one["claim_key"], one["sentence_key"]) == (other["claim_key"], other["sentence_key"])
    (third,) = examined({"c.txt": "2017年单位养老保险按20%缴纳。"})
    assert third["claims"][0]["claim_key"] != one["claim_key"]


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_examined() -> None:
    broken: dict[str, str | bytes] = {"bad.docx": b"PK\x03\x04 nothing", **CORPUS}
    rows = examined(broken)
    assert [len(row["documents"]) for row in rows] == [0, 1, 1, 1, 1, 1]
    (problem,) = rows[0]["problems"]
    assert (problem["document"], problem["kind"]) == ("bad.docx", "unreadable")
    assert problem["reason_zh"]
    assert problem["reason_en"]


def test_a_fault_of_the_source_is_a_problem() -> None:
    (row,) = examined({"line 7": b""}, fault="第7行不是JSON\x1fline 7 is no JSON")
    (problem,) = row["problems"]
    assert (problem["kind"], problem["reason_zh"], problem["reason_en"]) == (
        "source",
        "第7行不是JSON",
        "line 7 is no JSON",
    )


@pytest.mark.parametrize("kind", ["too-slow", "too-big", "died", "crash"])
def test_a_refused_document_is_a_row_with_a_problem(kind: str) -> None:
    (batch,) = batches({"a.md": "x", "b.md": "y"})
    rows = refused(batch, SETTINGS, kind)
    assert rows.schema == EXAMINED
    assert [[each["kind"] for each in row["problems"]] for row in rows.to_pylist()] == [[kind], [kind]]


def test_a_key_names_all_that_the_outcome_rests_on() -> None:
    same, other = {"a.md": "一"}, {"a.md": "二"}
    variants = [
        (batches(same), SETTINGS),
        (batches(other), SETTINGS),
        (batches(same, region="成都"), SETTINGS),
        (batches(same, url="https://example.org/1"), SETTINGS),
        (batches(same, title="标题"), SETTINGS),
        (batches(same), type(SETTINGS)(as_of=SETTINGS.as_of, profile="ci")),
    ]
    names = [named(next(articles), judge_name(settings)).to_pylist()[0] for articles, settings in variants]
    assert len({each["key"] for each in names}) == len(variants)
    assert len({each["content"] for each in names}) == len(variants) - 1  # an address decides nothing
    assert named(next(batches(same)), judge_name(SETTINGS)).to_pylist() == names[:1]


def test_half_a_character_is_no_obstacle() -> None:
    (row,) = examined({"a.txt": "单位养老保险按20%缴纳\ud800。".encode("utf-8", "surrogatepass")})
    assert row["problems"] or row["claims"]


def test_rows_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from tests.archive.corpus import *; from linter.archive.examining import examine;"
        "print([examine(each, SETTINGS).to_pylist() for each in batches(CORPUS)])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "123"
    }
    assert len(told) == 1

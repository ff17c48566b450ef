"""``factlint impact`` and ``factlint forecast --store``: what a change does to an archive, before it is made."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from linter.archive.impact.impact import COLUMNS
from linter.archive.scanning import scan
from reference.load import RULES
from tests.archive.corpus import CORPUS, SETTINGS, batches, in_process
from tests.cli.conftest import CommandLine

DAY = ("--as-of", "2026-11-21", "--isolated", "--jobs", "1")
RATE = "national.pension.rate.employer"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An article of two wrong rates, one of relatives, and some that no change of rates concerns."""
    folder = tmp_path / "store"
    scan(batches({**CORPUS, "right.md": "企业为职工缴纳养老保险的比例是16%。"}), folder, SETTINGS, in_process())
    return folder


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The rate of employers, 17 per cent where it is 16."""
    content = json.loads((RULES / "000000/rates.json").read_text(encoding="utf-8"))
    (rule,) = (each for each in content["rules"] if each["id"] == RATE)
    rule["values"] = [
        each | {"value": 17, "display": "17%"} if each["value"] == 16 else each for each in rule["values"]
    ]
    file = tmp_path / "changed.json"
    file.write_text(json.dumps({"rules": [rule]}, ensure_ascii=False), encoding="utf-8")
    return file


def told(factlint: CommandLine, *arguments: str | Path) -> dict[str, Any]:
    outcome = factlint("impact", *arguments, *DAY, "--format", "json")
    assert outcome.code == 0, outcome.err
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_a_rule_file_is_judged_before_it_is_merged(factlint: CommandLine, store: Path, changed: Path) -> None:
    found = told(factlint, store, "--to", changed)
    assert found["from"] == {"name": "built-in", "as_of": "2026-11-21"}
    assert found["to"] == {"name": str(changed), "as_of": "2026-11-21"}
    told_of = [(each["document"], each["quote"], each["before"], each["after"]) for each in found["changes"]]
    assert told_of == [("a/one.md", "20%", "stale", "stale"), ("right.md", "16%", "right", "stale")]
    first, second = found["changes"]
    assert (first["before_expected"], first["after_expected"]) == ("16%", "17%")
    assert (second["after_code"], second["after_rule"], second["line"], second["column"]) == ("ST101", RATE, 1, 16)
    assert found["summary"]["became"] == {
        "stale": {"sentences": 1, "articles": 1},
        "otherwise": {"sentences": 1, "articles": 1},
    }


def test_the_other_way_round_the_sides_are_exchanged(factlint: CommandLine, store: Path, changed: Path) -> None:
    there, back = told(factlint, store, "--to", changed), told(factlint, store, "--from", changed, "--to", "built-in")
    exchanged = {"before": "after", "after": "before"}

    def other(name: str) -> str:
        side = name.split("_")[0]
        return name.replace(side, exchanged[side], 1) if side in exchanged else name

    assert back["changes"] == [{name: each[other(name)] for name in COLUMNS} for each in there["changes"]]


def test_a_folder_is_all_the_rules_there_are(factlint: CommandLine, store: Path, tmp_path: Path) -> None:
    same, fewer = tmp_path / "same", tmp_path / "fewer"
    for folder in (same, fewer):
        shutil.copytree(RULES, folder)
    assert told(factlint, store, "--to", same)["changes"] == []
    (fewer / "000000/mutual_aid.json").unlink()
    gone = told(factlint, store, "--to", fewer)["changes"]
    assert {(each["document"], each["after"]) for each in gone} == {("a/two.md", "nothing")}


def test_a_day_is_judged_by_the_same_rules(factlint: CommandLine, store: Path) -> None:
    found = told(factlint, store, "--from", "2017-05-01", "--to", "2026-11-21")
    assert found["from"]["as_of"] == "2017-05-01"
    changed = {
        each["quote"]: (each["before"], each["after"]) for each in found["changes"] if each["document"] == "a/one.md"
    }
    assert changed["20%"][1] == "stale"


def test_text_lists_changes_up_to_the_limit_and_counts_them_all(
    factlint: CommandLine, store: Path, changed: Path
) -> None:
    outcome = factlint("impact", store, "--to", changed, *DAY, "--limit", "1", "--lang", "en")
    lines = outcome.out.splitlines()
    assert lines[0] == "a/one.md:5:27  “20%”  stale ST101 → stale ST101"
    assert lines[2] == f"  the rule says 17%; by {RATE} since 2019-05-01"
    assert lines[3].startswith("1 more")
    assert "become stale: 1 sentences in 1 articles" in lines
    every = factlint("impact", store, "--to", changed, *DAY, "--limit", "0").out
    assert "right.md:1:16  “16%”  相符 → 过时 ST101" in every


def test_tables_hold_the_same(factlint: CommandLine, store: Path, changed: Path, tmp_path: Path) -> None:
    found = told(factlint, store, "--to", changed)["changes"]
    rows = list(
        csv.DictReader(io.StringIO(factlint("impact", store, "--to", changed, *DAY, "--format", "csv").out[1:]))
    )
    assert [list(row) for row in rows] == [list(COLUMNS)] * len(found)
    assert [row["quote"] for row in rows] == [each["quote"] for each in found]
    table = tmp_path / "changes.parquet"
    assert factlint("impact", store, "--to", changed, *DAY, "--format", "parquet", "-o", table).code == 0
    assert [row["after_expected"] for row in pq.read_table(table).to_pylist()] == [
        each["after_expected"] for each in found
    ]
    assert factlint("impact", store, "--to", changed, *DAY, "--format", "parquet").code == 2


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_what_is_newly_found_may_fail(
    factlint: CommandLine, store: Path, changed: Path, fail_on: str, code: int
) -> None:
    assert factlint("impact", store, "--to", changed, *DAY, "--fail-on", fail_on).code == code


def test_two_processes_find_what_one_does(
    factlint: CommandLine, store: Path, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.archive.impact.cases.BATCH", 1)
    one, two = (factlint("impact", store, "--to", changed, *DAY[:-1], jobs, "--format", "json") for jobs in "12")
    assert one.out == two.out


def test_wrong_use_is_told(factlint: CommandLine, store: Path, tmp_path: Path) -> None:
    assert "say what changes" in factlint("impact", store).err
    assert "nowhere is neither" in factlint("impact", store, "--to", "nowhere").err
    assert "is no store" in factlint("impact", tmp_path, "--to", "built-in").err
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    assert "broken.json:1" in factlint("impact", store, "--to", broken).err


def test_a_store_of_another_version_is_told(factlint: CommandLine, store: Path) -> None:
    manifest = store / "manifest.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["judged"]["program"] = "0" * 32
    manifest.write_text(json.dumps(content | {"complete": False}), encoding="utf-8")
    outcome = factlint("impact", store, "--to", "built-in", *DAY, "--lang", "en")
    assert outcome.code == 0
    assert "another version of factlint" in outcome.err
    assert "not complete" in outcome.err


def test_forecast_from_a_store_is_that_from_the_articles(factlint: CommandLine, tmp_path: Path) -> None:
    texts = {"年限.md": "职工基本养老保险最低缴费年限为15年。", "期限.txt": "请在2026年12月25日前缴费,逾期不再受理。"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    named = {(tmp_path / name).as_posix(): text for name, text in texts.items()}
    scan(batches(named), tmp_path / "store", SETTINGS, in_process())
    span = ("--until", "2031-01-01", "--as-of", "2026-11-21", "--isolated")
    articles = sorted(named)
    for format_ in ("json", "ics"):
        from_articles = factlint("forecast", *articles, *span, "--format", format_)
        from_store = factlint("forecast", "--store", tmp_path / "store", *span, "--format", format_)
        assert from_store == from_articles
        assert "2030" in from_store.out
    assert factlint("forecast", *articles, "--store", tmp_path / "store").code == 2
    assert factlint("forecast", "--store", tmp_path / "store", "--region", "成都").code == 2

"""``factlint new-rule``: a rule from the page of CONTRIBUTING, its first cases, and that these notice a wrong value."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from linter.cli.new_rule import command
from linter.cli.reference import cases
from linter.rule_sentences import first_sentences
from linter.run import Settings, bench_of
from tests.plugins.conftest import ROOT

DAY = ("--as-of", "2026-11-21")
RULE = "national.pension.rate.example"
(WRITTEN,) = re.findall(r"^```json\n(\{\"rules\".*?)^```$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S | re.M)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules"


def run(of: Any, *words: object) -> Result:
    return CliRunner().invoke(of, list(map(str, words)), standalone_mode=False)


def new_rule(folder: Path, text: str = WRITTEN) -> Result:
    given = folder.parent / "given.json"
    given.write_text(text, encoding="utf-8")
    return run(command, "--reference", folder, "--from", given, *DAY)


def test_a_rule_comes_with_cases_that_hold_and_notice_a_wrong_value(folder: Path) -> None:
    outcome = new_rule(folder)
    assert outcome.exit_code == 0, outcome.output
    (written,) = (folder.parent / "cases").rglob("*.yml")
    assert written.read_text("utf-8").splitlines()[:2] == ["as_of: 2026-11-21", f"{RULE}:"]
    outcome = run(cases.command, RULE, "--reference", folder, "--mutate")
    assert outcome.output.splitlines()[-2:] == [
        "1 rules, 2 cases, 0 complaints",
        "2 shifted values, 2 noticed, 0 survive",
    ]


def test_cases_that_exist_stay_as_they_are(folder: Path) -> None:
    new_rule(folder)
    (written,) = (folder.parent / "cases").rglob("*.yml")
    before = written.read_bytes()
    other = WRITTEN.replace(RULE, "national.pension.rate.other").replace('"employer"', '"employee"')
    other = other.replace("单位费率", "个人费率").replace("Employer rate", "Employee rate").replace(": 16,", ": 8,")
    outcome = new_rule(folder, other)
    assert "exists and stays as it is; what it would need:\n\nnational.pension.rate.other:\n- " in outcome.output
    assert written.read_bytes() == before


def test_a_rule_that_no_plain_sentence_tells_asks_for_sentences(folder: Path) -> None:
    content = json.loads(WRITTEN)
    content["rules"][0] |= {"title": "某项说不清的比例", "title_en": "A share nobody can name"}
    new_rule(folder, json.dumps(content, ensure_ascii=False))
    (written,) = (folder.parent / "cases").rglob("*.yml")
    assert written.read_text("utf-8").splitlines()[-1] == f"{RULE}: []"
    outcome = run(cases.command, RULE, "--reference", folder)
    assert f"{RULE}: no wrong sentence\n{RULE}: no right sentence" in outcome.output


def test_what_is_refused_begins_no_cases(folder: Path) -> None:
    outcome = new_rule(folder, WRITTEN.replace('pension.rate"', 'no.such.quantity"'))
    assert outcome.exception is not None
    assert list(folder.parent.rglob("*.yml")) == []


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    given = folder.parent / "given.json"
    given.write_text(WRITTEN, encoding="utf-8")
    assert "nothing was written" in run(command, "--reference", folder, "--from", given, "--dry-run", *DAY).output
    assert list(folder.parent.rglob("*.yml")) == []


def test_sentences_are_tried_before_they_are_offered() -> None:
    bench = bench_of(Settings(date(2026, 11, 21), "audit"))
    rules = {rule.id: rule for rule in bench.reference.rules}
    right, wrong = first_sentences(rules["national.pension.rate.employer"], bench)
    assert "【" not in right
    assert "【" in wrong

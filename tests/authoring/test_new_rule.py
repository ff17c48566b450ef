"""``factlint new-rule``: a rule from the page of CONTRIBUTING, its first cases, and that these notice a wrong value."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from linter.cli.new_rule import begin_cases, command
from linter.cli.reference import cases
from linter.cli.reference.case_file import case_file
from linter.rule_sentences import first_sentences
from linter.settings import Settings, bench_of
from reference.load import load_reference
from tests.plugins.conftest import ROOT

DAY = date(2026, 11, 21)
RULE = "national.pension.rate.example"
(WRITTEN,) = re.findall(r"^```json\n(\{\"rules\".*?)^```$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S | re.M)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules" / "000000").mkdir(parents=True)
    return tmp_path / "rules"


def run(of: Any, *words: object) -> Result:
    return CliRunner().invoke(of, list(map(str, words)), standalone_mode=False)


def begun(folder: Path, **changes: str) -> tuple[Path, str]:
    """The file of cases that is begun for the rule as it stands in a folder of rules, and what is said."""
    content = json.loads(WRITTEN)
    content["rules"][0] |= changes
    (folder / "000000" / "mine.json").write_text(json.dumps(content), encoding="utf-8")
    bench = replace(bench_of(Settings(DAY, "audit")), reference=load_reference((folder,)))
    rule = next(rule for rule in bench.reference.rules if rule.id == RULE)
    outcome = run(click.Command("begin", callback=lambda: begin_cases(rule, folder, bench)))
    return folder.parent / "cases" / "000000" / "mine.yml", outcome.output


def test_a_rule_comes_with_cases_that_hold_and_notice_a_wrong_value(folder: Path) -> None:
    given = folder.parent / "given.json"
    given.write_text(WRITTEN, encoding="utf-8")
    outcome = run(command, "--reference", folder, "--from", given, "--as-of", DAY)
    assert outcome.exit_code == 0, outcome.output
    (written,) = (folder.parent / "cases").rglob("*.yml")
    assert written.read_text("utf-8").splitlines()[:2] == ["as_of: 2026-11-21", f"{RULE}:"]
    outcome = run(cases.command, RULE, "--reference", folder, "--mutate")
    assert outcome.output.splitlines()[-2:] == [
        "1 rules, 2 cases, 0 complaints",
        "2 shifted values, 2 noticed, 0 survive",
    ]


def test_cases_that_exist_stay_as_they_are(folder: Path) -> None:
    path = folder.parent / "cases" / "000000" / "mine.yml"
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    _, said = begun(folder)
    assert f"exists and stays as it is; what it would need:\n\n{RULE}:\n- " in said
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_rule_that_no_plain_sentence_tells_asks_for_sentences(folder: Path) -> None:
    written, _ = begun(folder, title="某项说不清的比例")
    assert written.read_text("utf-8").splitlines()[-1] == f"{RULE}: []"
    outcome = run(cases.command, RULE, "--reference", folder)
    assert f"{RULE}: no wrong sentence\n{RULE}: no right sentence" in outcome.output


def test_sentences_are_tried_before_they_are_offered() -> None:
    bench = bench_of(Settings(DAY, "audit"))
    rules = {rule.id: rule for rule in bench.reference.rules}
    right, wrong = first_sentences(rules["national.pension.rate.employer"], bench)
    assert "【" not in right
    assert "【" in wrong


def test_a_new_value_of_a_rule_with_cases_is_offered_a_sentence_that_notices_it(folder: Path) -> None:
    path, _ = begun(folder)
    more = json.loads(WRITTEN)["rules"][0]["values"][0] | {"from": "2027-01-01"}
    given = folder.parent / "more.json"
    given.write_text(json.dumps({"id": RULE, "values": [more]}), encoding="utf-8")
    outcome = run(command, "--reference", folder, "--from", given, "--close", "--as-of", DAY)
    assert outcome.exit_code == 0, (outcome.output, outcome.exception)
    said, offered = outcome.output.splitlines()[-2:]
    assert said == f"{path}: below {RULE} add a sentence for each new value:"
    unnoticed = run(cases.command, RULE, "--reference", folder, "--mutate")
    assert f"{path}: below {RULE} write a sentence" in unnoticed.output
    path.write_text(path.read_text("utf-8") + offered + "\n", encoding="utf-8")
    noticed = run(cases.command, RULE, "--reference", folder, "--mutate")
    assert noticed.output.splitlines()[-1] == "4 shifted values, 4 noticed, 0 survive"


def test_the_file_of_cases_is_found_from_a_relative_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = case_file("310000.contribution.base_cap", Path("reference/rules"))
    assert found.resolve() == ROOT / "reference/cases/310000/contribution.yml"

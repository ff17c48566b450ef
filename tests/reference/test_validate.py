"""Validation: one file a mistake, each with its line, what is wrong and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from reference.complaint import Complaint
from reference.validate import validate

INVALID = Path(__file__).parent / "invalid"
EXPECTED = yaml.safe_load((INVALID / "expected.yml").read_text(encoding="utf-8"))


def test_every_invalid_file_has_its_expectation() -> None:
    assert {file.stem for file in INVALID.glob("*.json")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_mistake_is_said_with_its_line_and_advice(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    shutil.copy(INVALID / f"{name}.json", folder)
    expected = EXPECTED[name]
    wrong = expected["wrong"].replace("{folder}", "folder")
    found = [one for one in validate((folder,)) if one.wrong.startswith(wrong)]
    assert [(one.line, one.advice) for one in found] == [(expected["line"], expected["advice"])]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_one_mistake_is_not_said_in_many_ways(name: str, tmp_path: Path) -> None:
    shutil.copy(INVALID / f"{name}.json", tmp_path)
    assert len(validate((tmp_path,))) <= 2


def test_a_missing_folder_is_a_complaint(tmp_path: Path) -> None:
    assert [one.wrong for one in validate((tmp_path / "nowhere",))] == ["no such folder of rules"]


def test_a_file_that_is_not_utf8_is_a_complaint(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes("养老".encode("gb18030"))
    assert [one.wrong for one in validate((tmp_path,))] == ["not UTF-8"]


def test_a_rule_in_the_folder_of_another_region_is_a_complaint(tmp_path: Path) -> None:
    folder = tmp_path / "310000"
    folder.mkdir()
    text = (INVALID / "unknown-facet.json").read_text(encoding="utf-8")
    (folder / "a.json").write_text(text.replace('"player"', '"payer"').replace("000000", "510100"), encoding="utf-8")
    assert [one.wrong for one in validate((folder.parent,))] == ["510100 does not lie in 310000"]


def test_an_unknown_value_of_a_place_above_explains_a_gap(tmp_path: Path) -> None:
    text = (INVALID / "gap-without-a-word.json").read_text(encoding="utf-8")
    rule, recorded = text.split('"unknown"')
    local = rule.replace('"region": "000000"', '"region": "510000"')
    (tmp_path / "a.json").write_text(f'{local}"unknown"{recorded.replace("employee", "employer")}', encoding="utf-8")
    assert validate((tmp_path,)) == ()


def test_an_unknown_value_of_one_place_does_not_stand_in_the_folder_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "310000"
    folder.mkdir()
    text = (INVALID / "unknown-of-no-place.json").read_text(encoding="utf-8")
    (folder / "a.json").write_text(text.replace("999999", "510100"), encoding="utf-8")
    assert "510100 does not lie in 310000" in [one.wrong for one in validate((tmp_path,))]


def test_a_complaint_reads_as_a_line_of_a_compiler(tmp_path: Path) -> None:
    complaint = Complaint(Path("rules/a.json"), 7, "unknown quantity 'x'", "Did you mean 'y'?")
    assert str(complaint) == "rules/a.json:7: unknown quantity 'x'. Did you mean 'y'?"


def test_complaints_come_in_order_of_file_and_line(tmp_path: Path) -> None:
    for name in ("unknown-facet", "broken-json"):
        shutil.copy(INVALID / f"{name}.json", tmp_path)
    complaints = validate((tmp_path,))
    assert list(complaints) == sorted(complaints)
    assert [one.file.stem for one in complaints] == ["broken-json", "unknown-facet"]


def test_a_draft_counts_instead_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    shutil.copy(INVALID / "unknown-facet.json", file)
    assert validate((tmp_path,))
    mended = file.read_text(encoding="utf-8").replace('"player"', '"payer"')
    assert validate((tmp_path,), {file: mended}) == ()
    new = tmp_path / "b.json"
    assert [one.file for one in validate((tmp_path,), {file: mended, new: '{"rules": 1}'})] == [new]

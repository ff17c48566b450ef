"""The same findings as ``factlint check``, whatever the configuration, a suppression or a baseline says."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli.main import factlint
from linter.config.written import ConfigError
from linter.desk.desk import Desk, Sheet
from linter.desk.faults import SETTINGS_FAULTS
from linter.desk.planning import Wishes
from linter.desk.settling import Policies

DAY = date(2026, 11, 21)
WRONG = "云州基数6400元。\n\n养老保险:6400元×8%=51.2元。\n\n医疗保险:6400元×2%=12.8元。\n"
SUPPRESSED = WRONG.replace("养老保险", "<!-- factlint-disable-next AR101: 例题 -->\n养老保险")
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return written


def day_of(wanted: date | str | None, folder: Path) -> date:
    return wanted if isinstance(wanted, date) else DAY


def reported(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [
        (each.document.path, one.code, f"{one.severity} {one.message.zh} {one.fingerprint}")
        for each in sheet.run.documents
        for one in each.findings
    ]


def checked(path: Path, *options: str) -> list[tuple[str, str, str]]:
    """What the command line reports of the file."""
    arguments = ["check", str(path), "--format", "json", "--no-cache", "--as-of", DAY.isoformat(), *options]
    report = json.loads(CliRunner().invoke(factlint, arguments).stdout)
    return [
        (each["path"], one["code"], f"{one['severity']} {one['message']} {one['fingerprint']}")
        for each in report["documents"]
        for one in each["findings"]
    ]


CONFIGURATIONS = {
    "none": "",
    "profile": 'profile = "audit"\n',
    "severity": '[severity]\nAR = "warning"\n',
    "ignored": 'ignore = ["AR101"]\n',
    "overrides": '[[overrides]]\nfiles = ["drafts/*.md"]\nseverity = { AR101 = "off" }\n',
    "never": 'never-suppress = ["AR"]\n',
}


@pytest.mark.parametrize("text", [WRONG, SUPPRESSED], ids=["plain", "suppressed"])
@pytest.mark.parametrize("configuration", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
@pytest.mark.parametrize("name", ["bill.md", "drafts/bill.md"])
def test_the_configuration_above_the_path_holds(write: Write, configuration: str, name: str, text: str) -> None:
    if configuration:
        write("factlint.toml", configuration)
    path = write(name, text)
    assert reported(Desk(day_of).check(text, str(path))) == checked(path)


def test_a_text_need_not_be_in_the_file(write: Write) -> None:
    path = write("bill.md", "尚无内容。\n")
    assert [code for _, code, _ in reported(Desk(day_of).check(WRONG, str(path)))] == ["AR101", "AR101"]


def test_suppressions_beside_the_articles_hold_as_soon_as_they_are_written(write: Write) -> None:
    path = write("bill.md", WRONG)
    desk = Desk(day_of)
    first = desk.check(WRONG, str(path)).result
    assert first is not None
    sidecar = f"version: 1\nsuppressions:\n  - fingerprint: {first.findings[0].fingerprint}\n    reason: 例题\n"
    policies = Policies(suppressions=write("allowed.yml", sidecar))
    settled = Desk(day_of, policies=policies)
    assert reported(settled.check(WRONG, str(path))) == checked(path, "--suppressions", str(policies.suppressions))
    assert len(reported(settled.check(WRONG, str(path)))) == 1
    write("allowed.yml", "version: 1\nsuppressions: []\n")
    assert len(reported(settled.check(WRONG, str(path)))) == 2


def test_known_findings_do_not_count(write: Write) -> None:
    path = write("bill.md", WRONG)
    baseline = path.with_name("known.json")
    CliRunner().invoke(factlint, ["baseline", "create", str(path), "--baseline", str(baseline)])
    sheet = Desk(day_of, policies=Policies(baseline=baseline)).check(WRONG, str(path))
    assert reported(sheet) == checked(path, "--baseline", str(baseline)) == []
    assert sheet.result is not None
    assert {each.by for each in sheet.result.settled} == {"baseline"}


def test_a_place_and_a_day_given_come_before_those_of_the_configuration(write: Write) -> None:
    write("factlint.toml", '[[overrides]]\nfiles = ["*.md"]\nregion = "成都"\npublished = "2025-01-02"\n')
    path = str(write("bill.md", WRONG))
    as_configured = Desk(day_of).check(WRONG, path).result
    as_given = Desk(day_of).check(WRONG, path, region="杭州", published=date(2026, 3, 4)).result
    assert as_configured is not None
    assert as_given is not None
    assert (as_configured.sections[0].region, as_configured.document.published) == ("510100", date(2025, 1, 2))
    assert (as_given.sections[0].region, as_given.document.published) == ("330100", date(2026, 3, 4))


def test_what_cannot_be_read_is_a_problem(write: Write) -> None:
    sheet = Desk(day_of).check(b"%PDF-1.7", "a.md")
    assert sheet.result is None
    assert [problem.path for problem in sheet.problems] == ["a.md"]


def test_half_a_character_keeps_its_place() -> None:
    """An editor may send one half of a surrogate pair."""
    sheet = Desk(day_of).check("\ud83d" + WRONG, "a.md")
    assert sheet.result is not None
    at = sheet.result.document.source_map.to_source(sheet.result.findings[0].span)
    assert at.start == 1 + WRONG.index("6400元×8%")


def test_wrong_settings_are_told(write: Write) -> None:
    path = write("bill.md", WRONG)
    write("factlint.toml", '[severity]\nZZ999 = "error"\n')
    with pytest.raises(SETTINGS_FAULTS, match="ZZ999"):
        Desk(day_of).check(WRONG, str(path))
    with pytest.raises(SETTINGS_FAULTS, match=r"none\.yml"):
        Desk(day_of, Wishes(isolated=True), Policies(suppressions=Path("none.yml"))).check(WRONG, str(path))
    with pytest.raises(ConfigError):
        Desk(day_of, Wishes(config=write("bad.toml", "profile = 3\n")))

"""A file of another version is refused with the version that is understood and what to do, never guessed at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from linter import history
from linter.archive.store import manifest
from linter.policy import baseline_file, sidecar
from reference import lock, rule_file
from reference.format_version import Format
from tests.cli.conftest import CommandLine, factlint

__all__ = ["factlint"]

# As docs/versions.md calls them.
FORMATS: Mapping[str, Format] = {
    "store of an archive": manifest.FORMAT,
    "lock of the rules": lock.FORMAT,
    "files of rules": rule_file.FORMAT,
    "baseline": baseline_file.FORMAT,
    "suppressions": sidecar.FORMAT,
    "history": history.FORMAT,
}
# What reads a file of each format. A store is a folder; all others are one file.
READ = {
    "store of an archive": ("archive", "claims", "."),
    "lock of the rules": ("reference", "lock", "--check", "file"),
    "files of rules": ("check", "a.md", "--reference", "rules"),
    "baseline": ("check", "a.md", "--baseline", "file"),
    "suppressions": ("check", "a.md", "--suppressions", "file"),
    "history": ("check", "a.md", "--history", "file"),
}
PLACES = {"store of an archive": "manifest.json", "files of rules": "rules/one.json"}


def refused(factlint: CommandLine, folder: Path, name: str, content: Mapping[str, object], *command: str) -> str:
    """What a command says of a file with this content; its exit code is that of a wrong configuration."""
    file = folder / PLACES.get(name, "file")
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
    (folder / "a.md").write_text("正文。\n", encoding="utf-8")
    outcome = factlint(*(command or READ[name]))
    assert outcome.code == 2
    assert outcome.out == ""
    assert file.name in outcome.err
    return outcome.err


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("version", "zh", "en"), [("0.5", "太旧", "too old"), ("99", "升级 factlint", "Upgrade factlint")]
)
def test_another_version_is_refused(
    factlint: CommandLine, tmp_path: Path, name: str, version: str, zh: str, en: str
) -> None:
    form = FORMATS[name]
    said = refused(factlint, tmp_path, name, {form.key: version, "rules": []})
    wanted = [zh, en, f"格式版本是 {version}", f"format version {version}", f"认识的版本:{form.version}。"]
    assert [each for each in wanted if each not in said] == []


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.unsaid is None])
def test_a_report_in_the_place_of_another_file_is_refused(factlint: CommandLine, tmp_path: Path, name: str) -> None:
    assert "确认给对了文件" in refused(factlint, tmp_path, name, {"schema_version": "1.0", "documents": []})


@pytest.mark.parametrize("command", ["validate", "list", "cases"])
def test_commands_on_rules_say_it_too(factlint: CommandLine, tmp_path: Path, command: str) -> None:
    options = ["--reference", "rules"]
    said = refused(factlint, tmp_path, "files of rules", {"version": 2, "rules": []}, "reference", command, *options)
    assert "升级 factlint" in said

"""docs/formats.md names every format, and its example is what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from linter.cli.check import command
from linter.cli.main import main
from linter.report import find_reports

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_table_names_every_format_and_its_files() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\.\w+) \|", PAGE, re.MULTILINE)
    assert dict(rows) == {name: report.SUFFIX for name, report in find_reports().items()}


def test_examples_of_configuration_are_yaml() -> None:
    assert [set(yaml.safe_load(block)) for block in blocks("yaml")] == [
        {"name", True, "permissions", "jobs"},  # YAML takes the key "on" for true
        {"facts"},
    ]


@pytest.mark.parametrize("line", re.findall(r"(?:run: |- |^)factlint check (.*)$", PAGE, re.MULTILINE))
def test_commands_of_the_page_are_understood(line: str) -> None:
    context = command.make_context("check", shlex.split(line))
    assert {each.format for each in context.obj} <= set(find_reports())


def test_example_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (article,), (printed,) = blocks("markdown"), blocks("text")
    Path("bill.md").write_text(article, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", "bill.md", "--format", "github", "--as-of", "2026-11-21"])
    assert capfd.readouterr().out == printed


def test_commands_that_nobody_knows_are_refused() -> None:
    with pytest.raises(click.UsageError):
        command.make_context("check", ["--formats", "text"])

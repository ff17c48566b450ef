"""The examples of the pages on configuration, suppressions and baselines do what the pages say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.config.resolve import load_config
from linter.policy.notices import catalogue
from linter.policy.sidecar import read_sidecar
from tests.cli.conftest import CommandLine, factlint  # noqa: F401 (a fixture)

DOCS = Path(__file__).parents[2] / "docs"


def block(page: str, language: str) -> str:
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", (DOCS / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_configuration_of_the_page_can_be_used(tmp_path: Path) -> None:
    file = tmp_path / "factlint.toml"
    file.write_text(block("configuration.md", "toml"), encoding="utf-8")
    config = load_config(file)
    assert (config.fail_on, config.never_suppress) == ("warning", ("AR",))


@pytest.mark.parametrize(("as_of", "code"), [("2027-01-31", 0), ("2027-02-01", 1)])
def test_the_comment_of_the_page_holds_to_its_last_day(
    factlint: CommandLine,  # noqa: F811
    tmp_path: Path,
    as_of: str,
    code: int,
) -> None:
    article = tmp_path / "a.md"
    article.write_text(block("suppressions.md", "markdown"), encoding="utf-8")
    assert factlint("check", article, "--as-of", as_of).code == code


def test_the_file_of_the_page_suppresses_the_example_of_the_formats(
    factlint: CommandLine,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bill.md").write_text(block("formats.md", "markdown"), encoding="utf-8")
    assert factlint("check", "bill.md", "--as-of", "2026-11-21").code == 1
    written = block("suppressions.md", "yaml")
    Path("factlint-suppressions.yml").write_text(written, encoding="utf-8")
    assert factlint("check", "bill.md", "--as-of", "2026-11-21").code == 0
    [entry] = read_sidecar(written)
    assert entry.owner == "王敏"


def test_the_page_lists_what_is_said_of_suppressions() -> None:
    rows = re.findall(r"^\| (SP\d+) \| `([\w-]+)` \| (\w+) \|", (DOCS / "suppressions.md").read_text("utf-8"), re.M)
    assert rows == [(code, entry["name"], entry["severity"]) for code, entry in catalogue().items()]

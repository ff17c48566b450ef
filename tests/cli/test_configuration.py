from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

AS_OF = ("--as-of", "2026-01-02")


def found(out: str) -> dict[str, list[tuple[str, str]]]:
    """Code and severity of each finding, by the name of the file."""
    documents = json.loads(out)["documents"]
    return {
        Path(each["path"]).name: [(finding["code"], finding["severity"]) for finding in each["findings"]]
        for each in documents
    }


def configure(folder: Path, text: str) -> None:
    (folder / "factlint.toml").write_text(text, encoding="utf-8")


def commit_at(folder: Path, time: str) -> None:
    """Make a repository of a folder, with one commit of that time."""
    environment = {"GIT_COMMITTER_DATE": time, "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    identity = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    commit = ["git", *identity, "commit", "-q", "--allow-empty", "-m", "all"]
    subprocess.run(commit, cwd=folder, check=True, env=environment)


def test_severity_comes_from_the_configuration(factlint: CommandLine, articles: Path) -> None:
    configure(articles, '[severity]\narithmetic = "info"\nAR101 = "warning"\n')
    outcome = factlint("check", articles, "--format", "json", *AS_OF)
    assert outcome.code == 0
    assert found(outcome.out)["wrong.md"] == [("AR101", "warning")]


@pytest.mark.parametrize("text", ['ignore = ["AR"]', '[severity]\nAR101 = "off"', 'select = ["contradiction"]'])
def test_a_check_can_be_switched_off(factlint: CommandLine, articles: Path, text: str) -> None:
    configure(articles, text)
    assert factlint("check", articles, *AS_OF).code == 0


def test_an_override_holds_only_for_its_files(factlint: CommandLine, articles: Path) -> None:
    (articles / "old").mkdir()
    (articles / "old" / "also-wrong.md").write_bytes((articles / "wrong.md").read_bytes())
    configure(articles, '[[overrides]]\nfiles = ["old/**"]\nseverity = {AR101 = "warning"}\n')
    outcome = factlint("check", articles, "--format", "json", *AS_OF)
    assert found(outcome.out) == {
        "also-wrong.md": [("AR101", "warning")],
        "right.md": [],
        "wrong.md": [("AR101", "error")],
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('ignore = ["AR999"]', "AR999"),
        ('fail-no = "error"', "the nearest known one is fail-on"),
        ('as-of = "2026-02-30"', "2026-02-30"),
    ],
)
def test_a_wrong_configuration_is_a_usage_error(factlint: CommandLine, articles: Path, text: str, reason: str) -> None:
    configure(articles, text)
    outcome = factlint("check", articles)
    assert outcome.code == 2
    assert reason in outcome.err


def test_the_command_line_is_stronger(factlint: CommandLine, articles: Path) -> None:
    configure(articles, 'as-of = "2025-03-04"\nlang = "en"\nfail-on = "never"\n')
    assert '"as_of": "2025-03-04"' in factlint("check", articles, "--format", "json").out
    outcome = factlint("check", articles, "--format", "json", "--fail-on", "error", "--lang", "zh", *AS_OF)
    assert outcome.code == 1
    assert '"as_of": "2026-01-02"' in outcome.out
    assert '"lang": "zh"' in outcome.out


def test_isolated_runs_know_no_configuration(factlint: CommandLine, articles: Path) -> None:
    configure(articles, 'ignore = ["AR"]')
    assert factlint("check", articles, "--isolated", *AS_OF).code == 1


def test_the_day_of_the_last_commit_can_count_as_now(factlint: CommandLine, articles: Path) -> None:
    commit_at(articles, "2025-05-06T23:30:00+0800")
    configure(articles, 'as-of = "commit"')
    assert '"as_of": "2025-05-06"' in factlint("check", articles, "--format", "json").out


def test_the_last_commit_is_known_without_a_configuration(
    factlint: CommandLine, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_at(articles, "2025-05-06T12:00:00+0800")
    monkeypatch.chdir(articles)
    assert '"as_of": "2025-05-06"' in factlint("check", ".", "--as-of", "commit", "--format", "json").out


def test_without_a_repository_there_is_no_last_commit(factlint: CommandLine, articles: Path) -> None:
    assert factlint("check", articles, "--as-of", "commit").code == 2


def test_what_git_ignores_is_passed_over_unless_it_is_named(factlint: CommandLine, articles: Path) -> None:
    (articles / ".gitignore").write_text("wrong.*\n", encoding="utf-8")
    assert factlint("check", articles, *AS_OF).code == 0
    assert factlint("check", articles / "wrong.md", *AS_OF).code == 1
    configure(articles, "gitignore = false")
    assert factlint("check", articles, *AS_OF).code == 1


def test_what_the_configuration_excludes_is_passed_over(factlint: CommandLine, articles: Path) -> None:
    configure(articles, 'exclude = ["wr*.md"]')
    assert factlint("check", articles, *AS_OF).code == 0


def test_what_is_excluded_can_be_passed_over_even_when_it_is_named(factlint: CommandLine, articles: Path) -> None:
    configure(articles, 'exclude = ["wr*.md"]')
    named = (articles / "wrong.md", articles / "right.md")
    assert factlint("check", *named, *AS_OF).code == 1
    assert factlint("check", *named, "--force-exclude", *AS_OF).code == 0
    assert factlint("check", articles / "wrong.md", "--force-exclude", *AS_OF).code == 0


def test_show_config_tells_what_holds_for_a_file(factlint: CommandLine, articles: Path) -> None:
    configure(articles, 'lang = "en"\n[[overrides]]\nfiles = ["old/**"]\nregion = "云州"\n')
    shown = json.loads(factlint("check", "--show-config", articles / "old" / "a.md").out)
    assert shown["lang"] == "en"
    assert shown["overrides"][0]["region"] == "云州"
    assert shown["sources"] == [str(articles / "factlint.toml")]


@pytest.mark.parametrize(
    ("option", "fail_on", "code"),
    [
        (None, "error", 0),
        (None, "warning", 1),
        ("--fail-on-stale", "error", 1),
        ("--fail-on-stale", "never", 0),
        ("--no-fail-on-stale", "warning", 0),
    ],
)
def test_staleness_has_a_gate_of_its_own(
    factlint: CommandLine, tmp_path: Path, option: str | None, fail_on: str, code: int
) -> None:
    article = tmp_path / "old.md"
    article.write_text("---\ndate: 2018-03-01\n---\n\n单位养老保险按20%缴纳。\n", encoding="utf-8")
    options = [option] if option else []
    assert factlint("check", article, "--fail-on", fail_on, *options, *AS_OF).code == code

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

AS_OF = ("--as-of", "2026-01-02")
WRONG = "养老保险:6400元×8%=51.2元。\n"
OTHER = "医疗保险:6400元×2%=12.8元。\n"


@pytest.fixture
def known(factlint: CommandLine, articles: Path) -> Path:
    """The articles, with the error of one of them in a baseline."""
    (articles / "factlint.toml").write_text("", encoding="utf-8")
    assert factlint("baseline", "create", articles, *AS_OF).code == 0
    return articles


def test_known_findings_do_not_fail_a_run(factlint: CommandLine, known: Path) -> None:
    outcome = factlint("check", known, *AS_OF)
    assert outcome.code == 0
    assert "AR101" not in outcome.out


def test_edits_elsewhere_change_nothing(factlint: CommandLine, known: Path) -> None:
    file = known / "wrong.md"
    file.write_text("新的开头。\n\n" + file.read_text("utf-8") + "\n新的结尾。\n", encoding="utf-8")
    assert factlint("check", known, *AS_OF).code == 0


def test_a_moved_article_is_still_known(factlint: CommandLine, known: Path) -> None:
    (known / "moved").mkdir()
    (known / "wrong.md").rename(known / "moved" / "renamed.md")
    assert factlint("check", known, *AS_OF).code == 0


def test_a_copied_article_is_new(factlint: CommandLine, known: Path) -> None:
    (known / "copy.md").write_bytes((known / "wrong.md").read_bytes())
    outcome = factlint("check", known, "--format", "json", *AS_OF)
    assert outcome.code == 1
    assert [each["path"] for each in json.loads(outcome.out)["documents"] if each["findings"]] == [
        str(known / "copy.md")
    ]


def test_one_mended_and_one_added_is_seen(factlint: CommandLine, known: Path) -> None:
    (known / "wrong.md").write_text("云州基数6400元。\n\n" + OTHER, encoding="utf-8")
    outcome = factlint("check", known, *AS_OF)
    assert outcome.code == 1
    assert "12.8" in outcome.out


def test_a_second_copy_of_a_known_sentence_is_new(factlint: CommandLine, known: Path) -> None:
    with (known / "wrong.md").open("a", encoding="utf-8") as file:
        file.write("\n" + WRONG)
    assert factlint("check", known, *AS_OF).code == 1


def test_a_contradiction_is_new_when_its_other_side_is(factlint: CommandLine, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    one, two = "家庭共济账户不能绑定孙子女。\n", "孙子女也可以绑定家庭共济账户。\n"
    article.write_text(f"{one}\n另一段。\n\n{two}", encoding="utf-8")
    (tmp_path / "factlint.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    before = factlint("check", tmp_path, "--select", "CT", *AS_OF)
    assert before.code == 1
    factlint("baseline", "create", tmp_path, "--select", "CT", *AS_OF)
    assert factlint("check", tmp_path, "--select", "CT", *AS_OF).code == 0
    article.write_text(f"{one}\n另一段。\n\n{two.replace('。', ',手续不复杂。')}", encoding="utf-8")
    assert factlint("check", tmp_path, "--select", "CT", *AS_OF).code == 1


def test_update_adds_and_removes_and_leaves_other_articles(factlint: CommandLine, known: Path) -> None:
    (known / "right.md").write_text("云州基数6400元。\n\n" + OTHER, encoding="utf-8")
    assert "1 added, 0 removed, 2 in all" in factlint("baseline", "update", known / "right.md", *AS_OF).out
    (known / "wrong.md").write_text("云州。\n", encoding="utf-8")
    assert "0 added, 1 removed, 1 in all" in factlint("baseline", "update", known, *AS_OF).out


def test_prune_removes_and_never_adds(factlint: CommandLine, known: Path) -> None:
    (known / "wrong.md").write_text("云州基数6400元。\n\n" + OTHER, encoding="utf-8")
    assert "1 removed" in factlint("baseline", "prune", known, *AS_OF).out
    assert factlint("check", known, *AS_OF).code == 1
    assert json.loads((known / "factlint-baseline.json").read_text("utf-8"))["entries"] == []


def test_prune_leaves_the_entries_of_articles_that_were_not_checked(factlint: CommandLine, known: Path) -> None:
    before = (known / "factlint-baseline.json").read_bytes()
    factlint("baseline", "prune", known / "right.md", *AS_OF)
    assert (known / "factlint-baseline.json").read_bytes() == before


def test_show_counts(factlint: CommandLine, known: Path) -> None:
    out = factlint("baseline", "show", "--config", known / "factlint.toml").out
    assert "wrong.md  AR101  1" in out


def test_create_does_not_overwrite(factlint: CommandLine, known: Path) -> None:
    assert factlint("baseline", "create", known, *AS_OF).code == 2


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "entries": []}', '{"version": 1, "entries": [{"path": "a"}]}']
)
def test_a_broken_baseline_is_a_usage_error(factlint: CommandLine, known: Path, text: str) -> None:
    (known / "factlint-baseline.json").write_text(text, encoding="utf-8")
    outcome = factlint("check", known, *AS_OF)
    assert outcome.code == 2
    assert "factlint-baseline.json" in outcome.err


def test_only_what_is_new_since_a_commit_counts(
    factlint: CommandLine, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(articles, "init", "-q")
    git(articles, "add", ".")
    git(articles, "commit", "-qm", "all")
    monkeypatch.chdir(articles)
    (articles / "right.md").write_text("云州基数6400元。\n\n" + OTHER, encoding="utf-8")
    outcome = factlint("check", "--baseline-ref", "HEAD", "--format", "json", *AS_OF)
    assert outcome.code == 1
    assert {each["path"]: len(each["findings"]) for each in json.loads(outcome.out)["documents"]} == {
        "right.md": 1,
        "wrong.md": 0,
    }
    git(articles, "commit", "-qam", "more")
    assert factlint("check", "--baseline-ref", "HEAD", *AS_OF).code == 0


def test_a_commit_that_is_not_there_falls_back_to_the_file(
    factlint: CommandLine, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(known, "init", "-q")
    monkeypatch.chdir(known)
    outcome = factlint("check", "--baseline-ref", "0123abc", *AS_OF)
    assert outcome.code == 0
    assert "0123abc is not in this clone; taking" in outcome.err


def test_without_a_configuration_the_baseline_lies_in_the_current_folder(
    factlint: CommandLine, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(articles.parent)
    assert factlint("baseline", "create", articles, *AS_OF).code == 0
    assert Path("factlint-baseline.json").exists()
    assert factlint("check", articles / "wrong.md", *AS_OF).code == 0


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True)

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


def report(out: str) -> dict[str, object]:
    loaded = json.loads(out)
    assert isinstance(loaded, dict)
    return loaded


def test_error_fails_the_run_and_is_shown(factlint: CommandLine, articles: Path) -> None:
    outcome = factlint("check", articles, "--as-of", "2026-01-02")
    assert outcome.code == 1
    assert "AR101" in outcome.out
    assert "2026-01-02" in outcome.out


def test_clean_article_passes(factlint: CommandLine, articles: Path) -> None:
    assert factlint("check", articles / "right.md", "--as-of", "2026-01-02").code == 0


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("error", 1), ("warning", 1), ("info", 1)])
def test_fail_on_decides_the_exit_code_and_nothing_else(
    factlint: CommandLine, articles: Path, fail_on: str, code: int
) -> None:
    outcome = factlint("check", articles, "--as-of", "2026-01-02", "--fail-on", fail_on)
    assert outcome.code == code
    assert "AR101" in outcome.out


def test_unreadable_file_is_reported_beside_the_findings_and_wins(factlint: CommandLine, articles: Path) -> None:
    (articles / "broken.docx").write_bytes(b"not a zip")
    outcome = factlint("check", articles, "--format", "json", "--as-of", "2026-01-02")
    assert outcome.code == 3
    (problem,) = report(outcome.out)["problems"]  # type: ignore[misc]
    assert problem["path"].endswith("broken.docx")
    assert "AR101" in outcome.out


@pytest.mark.parametrize(("lang", "reason"), [("zh", "Word 文件已损坏:"), ("en", "the Word file is damaged: ")])
def test_why_a_file_is_unreadable_is_in_the_language_of_the_report(
    factlint: CommandLine, articles: Path, lang: str, reason: str
) -> None:
    (articles / "broken.docx").write_bytes(b"not a zip")
    outcome = factlint("check", articles / "broken.docx", "--format", "json", "--lang", lang, "--as-of", "2026-01-02")
    (problem,) = report(outcome.out)["problems"]  # type: ignore[misc]
    assert problem["reason"].startswith(reason)


def test_unreadable_file_stays_a_problem_when_nothing_is_to_fail(factlint: CommandLine, articles: Path) -> None:
    (articles / "broken.docx").write_bytes(b"not a zip")
    assert factlint("check", articles, "--fail-on", "never", "--as-of", "2026-01-02").code == 3


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["gone.md"], "gone.md"),
        ([".", "--as-of", "2026-02-30"], "2026-02-30"),
        ([".", "--as-of", "20260201"], "20260201"),
        ([".", "--select", "ZZ999"], "ZZ999"),
        ([".", "--ignore", "nonsense"], "nonsense"),
        ([".", "--format", "papyrus"], "papyrus"),
        ([".", "--profile", "strict"], "strict"),
        ([".", "--reference", "no-such-folder"], "no-such-folder"),
        ([".", "--format", "text", "--format", "json"], "standard output"),
        ([".", "--stdin-filename", "a.md"], "--stdin-filename"),
        ([".", "--jobs", "0"], "0"),
    ],
)
def test_wrong_use_names_the_mistake(
    factlint: CommandLine, articles: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str
) -> None:
    monkeypatch.chdir(articles)
    outcome = factlint("check", *arguments)
    assert outcome.code == 2
    assert reason in outcome.err
    assert outcome.out == ""


def test_broken_rule_file_is_named_with_its_line(factlint: CommandLine, articles: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.json").write_text('{"rules": [\n{"id": "a"}\n]}', encoding="utf-8")
    outcome = factlint("check", articles, "--reference", rules)
    assert outcome.code == 2
    assert "mine.json:2" in outcome.err


def test_several_reports_of_one_run(factlint: CommandLine, articles: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "out" / "report.html", tmp_path / "report.json"
    outcome = factlint(
        *("check", articles, "--as-of", "2026-01-02", "--format", "html", "--output", page),
        *("--format", "text", "--format", "json", "--output", data),
    )
    assert outcome.code == 1
    assert "AR101" in outcome.out
    assert "<html" in page.read_text(encoding="utf-8")
    assert report(data.read_text(encoding="utf-8"))["as_of"] == "2026-01-02"


def test_paths_are_shown_as_they_were_given(
    factlint: CommandLine, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(articles.parent)
    outcome = factlint("check", "./articles/", "--format", "json", "--as-of", "2026-01-02")
    documents = report(outcome.out)["documents"]
    assert [each["path"] for each in documents] == ["articles/right.md", "articles/wrong.md"]  # type: ignore[attr-defined]


def test_standard_input_is_an_article_of_the_given_name(factlint: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "<p>养老保险:6400元×8%=51.2元。</p>".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    outcome = factlint("check", "-", "--stdin-filename", "page.html", "--format", "json", "--as-of", "2026-01-02")
    (document,) = report(outcome.out)["documents"]  # type: ignore[misc]
    assert document["path"] == "page.html"
    assert [each["quote"] for each in document["findings"]] == ["6400元×8%=51.2元"]


def test_reports_are_the_same_for_any_number_of_processes(factlint: CommandLine, articles: Path) -> None:
    for number in range(20):
        (articles / f"more{number}.md").write_text(f"6400元×8%=51{number}元。", encoding="utf-8")
    one, three = (
        factlint("check", articles, "--jobs", jobs, "--format", "json", "--as-of", "2026-01-02") for jobs in ("1", "3")
    )
    assert one == three
    assert one.code == 1


def test_select_and_ignore_take_lists(factlint: CommandLine, articles: Path) -> None:
    chosen = ["check", articles, "--as-of", "2026-01-02"]
    assert factlint(*chosen, "--select", "AR101,AR102").code == 1
    assert factlint(*chosen, "--ignore", "AR101, AR102").code == 0


def test_cache_option_of_other_versions_is_accepted(factlint: CommandLine, articles: Path) -> None:
    assert factlint("check", articles / "right.md", "--no-cache", "--as-of", "2026-01-02").code == 0


def test_link_that_leads_nowhere_is_a_problem(factlint: CommandLine, articles: Path) -> None:
    (articles / "lost.md").symlink_to(articles / "nowhere.md")
    outcome = factlint("check", articles / "lost.md", articles / "right.md", "--as-of", "2026-01-02")
    assert outcome.code == 2  # named by the user: wrong use
    assert factlint("check", articles, "--as-of", "2026-01-02").code == 3


def test_failure_nobody_foresaw_is_not_taken_for_findings(
    factlint: CommandLine, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.cli.gathering.find_articles", lambda paths, skip: 1 / 0)
    outcome = factlint("check", articles)
    assert outcome.code == 3
    assert "ZeroDivisionError" in outcome.err


def test_a_report_of_the_run_is_no_article_of_it(factlint: CommandLine, articles: Path) -> None:
    """It quotes what is wrong, and would be wrong itself the next time."""
    report = articles / "report.html"
    factlint("check", articles, "--format", "html", "--output", report, "--as-of", "2026-01-02")
    factlint("check", articles, "--format", "json", "--output", report, "--as-of", "2026-01-02")
    assert json.loads(report.read_text("utf-8"))["summary"]["documents"] == 2

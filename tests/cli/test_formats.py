"""Every format through the real command line: exit codes, several at once, the summary of a step."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath
from xml.etree import ElementTree

import pytest

from linter.article import Article
from linter.report import find_reports
from tests.cli.conftest import CommandLine

FORMATS = tuple(find_reports())
DAY = ("--as-of", "2026-01-02")
CONTRACT = {
    "clean": (0, ("right.md",)),
    "findings": (1, ("right.md", "wrong.md")),
    "usage": (2, ("gone.md",)),
    "unreadable": (3, ("right.md", "broken.docx")),
    "unreadable and findings": (3, ("wrong.md", "broken.docx")),
}


@pytest.fixture
def folder(articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (articles / "broken.docx").write_bytes(b"not a zip")
    monkeypatch.chdir(articles)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return articles


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CONTRACT)
def test_exit_code_is_the_same_for_every_format(factlint: CommandLine, folder: Path, name: str, case: str) -> None:
    code, paths = CONTRACT[case]
    outcome = factlint("check", *paths, "--format", name, *DAY)
    assert outcome.code == code
    assert (outcome.out == "") is (code == 2)
    assert ("broken.docx" in outcome.out) is (code == 3)
    assert ("AR101" in outcome.out) is ("wrong.md" in paths)


@pytest.mark.parametrize(
    ("fail_on", "codes"), [("never", [0, 0, 0, 3]), ("error", [0, 0, 1, 3]), ("warning", [0, 1, 1, 3])]
)
def test_junit_fails_exactly_when_the_run_does(
    factlint: CommandLine, folder: Path, fail_on: str, codes: list[int]
) -> None:
    (folder / "doubtful.md").write_text("咨询医保可拨打12333。\n", encoding="utf-8")
    paths = ("right.md", "doubtful.md", "wrong.md", "broken.docx")
    outcomes = [factlint("check", path, "--format", "junit", "--fail-on", fail_on, *DAY) for path in paths]
    assert [outcome.code for outcome in outcomes] == codes
    for outcome in outcomes:
        root = ElementTree.fromstring(outcome.out)
        counted = {key: root.get(key) != "0" for key in ("failures", "errors")}
        assert counted == {"failures": outcome.code == 1, "errors": outcome.code == 3}


def test_several_formats_of_one_run(factlint: CommandLine, folder: Path) -> None:
    outcome = factlint(
        *("check", "wrong.md", *DAY, "--format", "sarif", "--output", "out/a.sarif"),
        *("--format", "github", "--format", "junit", "--output", "out/a.xml", "--format", "csv", "-o", "out/a.csv"),
    )
    assert outcome.code == 1
    assert outcome.out.startswith("::error file=wrong.md,line=3,")
    log = json.loads((folder / "out/a.sarif").read_text(encoding="utf-8"))
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["AR101"]
    assert ElementTree.parse(folder / "out/a.xml").getroot().get("failures") == "1"
    assert (folder / "out/a.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,line,")


def test_every_format_is_the_same_for_any_number_of_processes(factlint: CommandLine, folder: Path) -> None:
    for number in range(20):
        (folder / f"more{number}.md").write_text(f"6400元×8%=51{number}元。", encoding="utf-8")
    for name in ("sarif", "github", "csv", "markdown"):
        one, two = (factlint("check", ".", "--format", name, "--jobs", jobs, *DAY) for jobs in ("1", "2"))
        assert one == two


def test_rules_of_sarif_are_documented(factlint: CommandLine, folder: Path) -> None:
    address = "https://example.org/checks.html"
    outcome = factlint("check", "wrong.md", "--format", "sarif", "--lang", "en", "--docs-url", address, *DAY)
    (rule,) = json.loads(outcome.out)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == f"{address}#ar101-equation-wrong"
    assert rule["shortDescription"]["text"].startswith("The calculation written out")
    assert "**反例**" in rule["help"]["markdown"]


def test_links_lead_to_the_headings_of_the_checks_page(factlint: CommandLine, folder: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "checks.md"
    headings = [line[4:] for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    (diagnostic,) = json.loads(factlint("check", "wrong.md", "--format", "rdjson", *DAY).out)["diagnostics"]
    address, anchor = diagnostic["code"]["url"].split("#")
    assert address == "docs/checks.md"
    assert anchor in anchors


def test_step_summary_is_added_to_what_stands_there(
    factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "summary.md"
    page.write_text("# 上一步\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    first = factlint("check", "wrong.md", "--format", "github", *DAY)
    once = page.read_text(encoding="utf-8")
    factlint("check", "wrong.md", "--format", "github", *DAY)
    assert first.code == 1
    assert first.out.startswith("::error ")
    assert once.startswith("# 上一步\n## factlint: ")
    assert "AR101 equation-wrong" in once
    assert page.read_text(encoding="utf-8").count("## factlint: ") == 2


@pytest.mark.parametrize("arguments", [("--format", "text"), ("--format", "github", "--output", "annotations.txt")])
def test_no_step_summary_without_commands_on_standard_output(
    factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    factlint("check", "wrong.md", *arguments, *DAY)
    assert not (folder / "summary.md").exists()


def test_step_summary_that_cannot_be_written_changes_no_exit_code(
    factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))
    outcome = factlint("check", "wrong.md", "--format", "github", *DAY)
    assert outcome.code == 1
    assert "cannot write the step summary" in outcome.err


def test_paths_are_written_with_forward_slashes_on_every_system() -> None:
    assert Article.at(PureWindowsPath("articles\\a.md")).path == "articles/a.md"  # type: ignore[arg-type]

"""A report is the same with a cache that is cold, warm, shared, damaged or off; only the time differs."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linter.article import Article
from linter.bench import Bench
from linter.cache import key
from linter.cache.database import FILE
from linter.cache.store import Store
from linter.check import Check, Placed
from linter.discover import find_articles
from linter.messages import Message
from linter.report import RenderOptions
from linter.result import RunResult
from linter.run import run
from linter.settings import Settings
from linter.together import Remark, compared
from reports import html, json_v1
from tests.cache.conftest import SETTINGS


def checked(folder: Path, cache: Path | None, settings: Settings = SETTINGS, jobs: int | None = 1) -> RunResult:
    articles = [Article.at(path) for path in find_articles([folder])]
    random.Random(jobs).shuffle(articles)
    store = None if cache is None else Store(cache)
    result = run(articles, settings, jobs=jobs, store=store)
    if store is not None:
        store.close()
        assert store.trouble is None
    return result


def text(result: RunResult) -> str:
    return "".join(report.render(result, lang="zh", options=RenderOptions()) for report in (json_v1, html))


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing can be checked: whatever a run finds, it found before."""

    def refuse(*_: object) -> None:
        raise AssertionError("this should not have been checked again")

    monkeypatch.setattr("linter.examine.lint_document", refuse)


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_report_is_the_same_cold_warm_and_off(archive: Path, tmp_path: Path, jobs: int) -> None:
    off = text(checked(archive, None, jobs=1))
    assert text(checked(archive, None, jobs=jobs)) == off
    assert text(checked(archive, tmp_path / "cache", jobs=jobs)) == off
    assert text(checked(archive, tmp_path / "cache", jobs=jobs)) == off


def test_what_turns_wrong_before_a_horizon_is_no_part_of_other_results(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("职工基本养老保险最低缴费年限为15年。\n", encoding="utf-8")
    asked = [replace(SETTINGS, as_of=date(2029, 6, 1), horizon=days) for days in (None, 400, None, 10)]
    runs = [checked(tmp_path / "a.md", tmp_path / "cache", settings) for settings in asked * 2]
    assert [len(result.documents[0].findings) for result in runs] == [0, 1, 0, 0] * 2


def test_unchanged_files_are_not_checked_again(archive: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    before = checked(archive, tmp_path / "cache")
    assert any(document.findings for document in before.documents)
    request.getfixturevalue("idle")
    after = checked(archive, tmp_path / "cache")
    assert after.problems == ()
    assert text(after) == text(before)


def test_grounds_on_which_nothing_is_new_are_not_compared_again(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grounds: list[str] = []

    def listening(check: Check, shared: Sequence[tuple[str, Remark]], bench: Bench) -> tuple[Placed, ...]:
        grounds.append(shared[0][1].ground)
        return compared(check, shared, bench)

    monkeypatch.setattr("linter.cache.comparisons.compared", listening)
    before = checked(archive, tmp_path / "cache")
    assert any(finding.code == "CT103" for each in before.documents for finding in each.findings)
    assert grounds
    grounds.clear()
    assert text(checked(archive, tmp_path / "cache")) == text(before)
    assert grounds == []
    (archive / "c.md").write_text("在福州市上班,失业保险个人缴费比例是0.4%。\n", encoding="utf-8")
    after = checked(archive, tmp_path / "cache")
    assert len(grounds) == 1
    assert text(after) == text(checked(archive, None)) != text(before)


def test_moved_file_is_not_checked_again(archive: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    before = checked(archive / "a.md", tmp_path / "cache")
    (archive / "below").mkdir()
    (archive / "a.md").rename(archive / "below" / "z.md")
    request.getfixturevalue("idle")
    after = checked(archive / "below", tmp_path / "cache")
    assert after.documents[0].document == replace(before.documents[0].document, path=f"{archive}/below/z.md")


@pytest.mark.parametrize("name", ["2019-03-02-a.md", "a.txt"])
def test_name_that_says_something_else_is_another_article(archive: Path, tmp_path: Path, name: str) -> None:
    checked(archive / "a.md", tmp_path / "cache")
    (archive / name).write_bytes((archive / "a.md").read_bytes())
    warm = checked(archive / name, tmp_path / "cache")
    assert text(warm) == text(checked(archive / name, None))
    assert warm.documents[0].document.format == ("text" if name.endswith(".txt") else "markdown")


@pytest.mark.parametrize(
    "changed",
    [
        replace(SETTINGS, as_of=date(2018, 1, 1)),
        replace(SETTINGS, profile="ci"),
        replace(SETTINGS, ignore=("AR101",)),
        replace(SETTINGS, select=("CT103",)),
        replace(SETTINGS, demote=False),
    ],
    ids=["as_of", "profile", "ignore", "select", "demote"],
)
def test_other_settings_find_what_they_find_without_a_cache(archive: Path, tmp_path: Path, changed: Settings) -> None:
    checked(archive, tmp_path / "cache")
    assert text(checked(archive, tmp_path / "cache", changed)) == text(checked(archive, None, changed))


def test_other_rules_are_minded(archive: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    value = {
        "from": "2011-07-01",
        "to": None,
        "value": 77,
        "state": "in_force",
        "evidence": "official",
        "verified_on": "2026-01-02",
        "source": {"title": "某决定", "issuer": "某局", "published": "2011-06-01"},
    }
    rule = {
        "id": "own.pension.rate",
        "kind": "value",
        "quantity": "pension.rate",
        "region": "000000",
        "title": "费率",
        "title_en": "Rate",
        "unit": "percent",
        "where": {"payer": "employee"},
        "values": [value],
    }
    changed = replace(SETTINGS, references=(rules,))
    (rules / "own.json").write_text(json.dumps({"rules": []}), encoding="utf-8")
    before = checked(archive, tmp_path / "cache", changed)
    (rules / "own.json").write_text(json.dumps({"rules": [rule]}), encoding="utf-8")
    from linter.settings import _rules, bench_of

    _rules.cache_clear()
    bench_of.cache_clear()
    after = checked(archive, tmp_path / "cache", changed)
    assert text(after) == text(checked(archive, None, changed))
    assert after.reference_sha256 != before.reference_sha256


def test_every_part_of_the_bench_has_a_part_in_the_name() -> None:
    from linter.finding import Severity
    from linter.profile import PROFILES
    from linter.settings import bench_of

    bench = bench_of(SETTINGS)
    others = [
        replace(bench, as_of=date(2018, 1, 1)),
        replace(bench, profile=PROFILES["publish"]),
        replace(bench, checks=bench.checks[1:]),
        replace(bench, worst={**bench.worst, "AR101": Severity.INFO}),
        replace(bench, reference=replace(bench.reference, sha256="0" * 64)),
    ]
    assert len({key.bench_key(each) for each in (bench, *others)}) == len(others) + 1


def test_changed_program_finds_nothing_of_the_old_one(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "extra_checks"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(key, "check_packages", lambda: ("extra_checks",))
    names = []
    for content in ("a = 1\n", "a = 2\n", "a = 1\n"):
        (package / "one.py").write_text(content, encoding="utf-8")
        key.program_key.cache_clear()
        names.append(key.program_key())
    key.program_key.cache_clear()
    assert names[0] == names[2] != names[1]


def test_a_program_is_the_same_wherever_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "check_packages", lambda: ("moved_checks",))
    names = []
    for place in ("here", "there"):
        package = tmp_path / place / "moved_checks" / "family"
        package.mkdir(parents=True)
        (package.parent / "__init__.py").write_text("", encoding="utf-8")
        (package / "one.py").write_text("a = 1\n", encoding="utf-8")
        with monkeypatch.context() as installed:
            installed.syspath_prepend(str(tmp_path / place))
            key.program_key.cache_clear()
            names.append(key.program_key())
    key.program_key.cache_clear()
    assert names[0] == names[1]


def test_what_could_not_be_read_is_tried_again(archive: Path, tmp_path: Path) -> None:
    (archive / "new.docx").write_bytes(b"not a zip")
    assert len(checked(archive, tmp_path / "cache").problems) == 1
    assert len(checked(archive, tmp_path / "cache").problems) == 1


def test_crash_of_a_check_is_tried_again(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.engine import lint_document
    from linter.result import Problem

    with monkeypatch.context() as patched:
        patched.setattr(
            "linter.examine.lint_document",
            lambda *given: replace(
                lint_document(*given), problems=(Problem("a.md", Message("检查 ZA101 出错", "check ZA101 crashed")),)
            ),
        )
        assert checked(archive / "a.md", tmp_path / "cache").problems
    assert checked(archive / "a.md", tmp_path / "cache").problems == ()


def test_damaged_contents_are_found_anew(archive: Path, tmp_path: Path) -> None:
    whole = text(checked(archive, tmp_path / "cache"))
    data = (tmp_path / "cache" / FILE).read_bytes()
    for start in range(0, len(data), len(data) // 5):
        damaged = bytearray(data)
        damaged[start::997] = bytes(len(damaged[start::997]))
        (tmp_path / "cache" / FILE).write_bytes(damaged)
        assert text(checked(archive, tmp_path / "cache")) == whole


def test_two_runs_at_once_report_the_same(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "linter", "check", "articles", "--format", "json", "--as-of", "2026-11-21"]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    outcomes = [each.communicate() for each in runs]
    third = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert {outcome[1] for outcome in outcomes} == {b""}
    assert {outcome[0] for outcome in outcomes} == {third.stdout}

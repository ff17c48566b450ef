"""A run over one article is held against the other articles that were checked before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.article import Article
from linter.cache.store import Store
from linter.report import RenderOptions
from linter.run import run
from reports import html, json_v1, text
from tests.cache.conftest import ARCHIVE, SETTINGS


@pytest.fixture(autouse=True)
def here(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(archive)
    return archive


def checked(*names: str, report: Any = json_v1) -> str:
    store = Store(Path(".factlint_cache"))
    result = run([Article(name) for name in names], SETTINGS, jobs=1, store=store)
    store.close()
    assert store.trouble is None
    return str(report.render(result, lang="zh", options=RenderOptions()))


def contradictions(*names: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """The contradictions a run over these articles reports: article and evidence."""
    documents = json.loads(checked(*names))["documents"]
    return [
        (document["path"], finding["evidence"])
        for document in documents
        for finding in document["findings"]
        if finding["code"] == "CT103"
    ]


def test_one_article_is_held_against_the_archive_with_place_and_words() -> None:
    whole = contradictions(*ARCHIVE)
    assert [path for path, _ in whole] == ["b.md"]
    assert contradictions("b.md") == whole
    assert [(each["path"], each["quote"]) for each in whole[0][1]] == [("a.md", "0.3%"), ("c.md", "0.3%")]
    assert whole[0][1][0]["span"]["line"] == 1
    assert whole[0][1][1]["context"] == "在福州市上班,失业保险个人缴费比例是0.3%。"


@pytest.mark.parametrize("report", [html, text])
def test_other_reports_show_the_other_side_too(report: Any) -> None:
    checked(*ARCHIVE)
    alone = checked("b.md", report=report)
    assert "a.md:1:" in alone
    assert "「0.3%」" in alone or "0.3%" in alone


def test_without_an_earlier_run_there_is_nobody_to_contradict() -> None:
    assert contradictions("b.md") == []


def test_mended_article_contradicts_nobody_any_more() -> None:
    checked(*ARCHIVE)
    for name in ("a.md", "c.md"):
        Path(name).write_text(ARCHIVE[name].replace("0.3%", "0.4%"), encoding="utf-8")
    assert contradictions("b.md") == []


def test_article_that_changed_is_read_anew() -> None:
    checked(*ARCHIVE)
    Path("a.md").write_text("一个新的开头。\n\n" + ARCHIVE["a.md"], encoding="utf-8")
    [(_, evidence)] = contradictions("b.md")
    assert [(each["path"], each["span"]["line"]) for each in evidence] == [("a.md", 3), ("c.md", 1)]


def test_article_that_is_gone_is_no_evidence() -> None:
    checked(*ARCHIVE)
    Path("a.md").unlink()
    [(_, evidence)] = contradictions("b.md")
    assert [each["path"] for each in evidence] == ["c.md"]
    Path("c.md").unlink()
    assert contradictions("b.md") == []


def test_article_that_cannot_be_read_any_more_is_no_evidence() -> None:
    checked(*ARCHIVE)
    Path("a.md").write_bytes(b"\x00\x01\x02")
    [(_, evidence)] = contradictions("b.md")
    assert [each["path"] for each in evidence] == ["c.md"]


def test_findings_are_reported_in_the_articles_of_the_run_only() -> None:
    checked(*ARCHIVE)
    assert [document["path"] for document in json.loads(checked("a.md"))["documents"]] == ["a.md"]


def test_of_two_the_one_being_checked_is_the_odd_one() -> None:
    checked("a.md", "b.md")
    assert [path for path, _ in contradictions("a.md")] == ["a.md"]
    assert [path for path, _ in contradictions("b.md")] == ["b.md"]


def test_another_selection_of_checks_leaves_the_archive_known() -> None:
    checked(*ARCHIVE)
    store = Store(Path(".factlint_cache"))
    from dataclasses import replace

    run([Article(name) for name in ARCHIVE], replace(SETTINGS, select=("AR101",)), jobs=1, store=store)
    store.close()
    assert [path for path, _ in contradictions("b.md")] == ["b.md"]


def test_archive_may_be_moved_as_a_whole(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(*ARCHIVE)
    here.rename(here.with_name("moved"))
    monkeypatch.chdir(here.with_name("moved"))
    assert [path for path, _ in contradictions("b.md")] == ["b.md"]


def test_paths_are_written_as_those_of_the_run(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(*ARCHIVE)
    [(_, evidence)] = contradictions(str(here / "b.md"))
    assert evidence[0]["path"] == (here / "a.md").as_posix()


def test_damaged_memory_of_the_archive_is_made_anew() -> None:
    checked(*ARCHIVE)
    store = Store(Path(".factlint_cache"))
    store.tell(("UPDATE files SET content = ?", [(b"odd",)]))
    store.close()
    assert [path for path, _ in contradictions("b.md")] == ["b.md"]

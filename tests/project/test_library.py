from __future__ import annotations

import doctest
from datetime import date
from pathlib import Path

import pytest

import linter
from linter import api, lint_paths, lint_text
from linter.discover import NothingToCheckError
from linter.readers import UnreadableError
from linter.registry import RegistryError

AS_OF = date(2026, 1, 2)
WRONG = "云州基数6400元。养老保险:6400元×8%=51.2元。"


def test_text_gives_findings_with_their_places() -> None:
    result = lint_text(WRONG, as_of=AS_OF)
    (finding,) = result.findings
    assert finding.span.cut(result.document.visible) == "6400元×8%=51.2元"
    assert result.coverage.checked > 0


def test_suffix_of_the_path_says_how_to_read() -> None:
    result = lint_text(f"<p>{WRONG}</p>", as_of=AS_OF, path="page.html")
    assert result.document.visible.strip() == WRONG


def test_given_day_and_place_stand_in_for_what_the_text_does_not_say() -> None:
    result = lint_text("今年的标准已经公布。", as_of=AS_OF, region="河北", published=date(2024, 5, 6))
    (section,) = result.document.sections
    assert section.published is not None
    assert (section.published.day, section.published.source) == (date(2024, 5, 6), "given")
    assert result.sections[0].region == "130000"


def test_text_that_says_its_day_keeps_it() -> None:
    result = lint_text("---\ndate: 2023-01-02\n---\n\n正文。\n", as_of=AS_OF, published=date(2024, 5, 6))
    assert result.document.published == date(2023, 1, 2)


def test_unreadable_text_is_an_error() -> None:
    with pytest.raises(UnreadableError):
        lint_text(b"not a zip", as_of=AS_OF, path="a.docx")


def test_unknown_check_is_an_error() -> None:
    with pytest.raises(RegistryError):
        lint_text(WRONG, as_of=AS_OF, select=["ZZ999"])


def test_paths_give_one_result_for_all_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"not a zip")
    result = lint_paths([tmp_path], as_of=AS_OF)
    assert [Path(document.document.path).name for document in result.documents] == ["a.md"]
    assert [Path(problem.path).name for problem in result.problems] == ["b.docx"]
    assert result.count()["error"] == 1


def test_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheckError):
        lint_paths([tmp_path / "gone"], as_of=AS_OF)


def test_package_offers_only_what_it_says() -> None:
    assert set(linter.__all__) == {"__version__", "lint_paths", "lint_text"}
    with pytest.raises(AttributeError, match="lint_everything"):
        _ = linter.lint_everything


def test_example_of_the_documentation_runs() -> None:
    outcome = doctest.testmod(api)
    assert (outcome.failed, outcome.attempted) == (0, 4)


def test_a_horizon_tells_of_what_becomes_wrong() -> None:
    text = "职工基本养老保险最低缴费年限为15年。"
    found = [lint_text(text, as_of=date(2029, 12, 1), horizon=days).findings for days in (None, 30, 31)]
    assert [[finding.code for finding in findings] for findings in found] == [[], [], ["ST103"]]

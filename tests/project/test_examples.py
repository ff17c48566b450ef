from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter import lint_paths
from linter.registry import FAMILIES
from linter.result import RunResult

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
AS_OF = date(2026, 11, 21)


@pytest.fixture(scope="module")
def result() -> RunResult:
    return lint_paths([ARTICLES], as_of=AS_OF, profile="publish")


def test_every_example_can_be_read(result: RunResult) -> None:
    assert result.problems == ()
    assert len(result.documents) == len(list(ARTICLES.iterdir()))


def test_examples_show_an_error_of_every_family(result: RunResult) -> None:
    families = {each.family for document in result.documents for each in document.findings}
    assert families == set(FAMILIES)


def test_clean_examples_are_clean_and_the_others_are_not(result: RunResult) -> None:
    found = {Path(document.document.path).stem: bool(document.findings) for document in result.documents}
    assert found == {name: not name.endswith("-clean") for name in found}


@pytest.mark.parametrize("as_of", [AS_OF, date(2027, 11, 21), date(2036, 11, 18)])
def test_time_alone_makes_no_error_in_ci(as_of: date) -> None:
    before, now = (lint_paths([ARTICLES], as_of=day, profile="ci") for day in (date(2026, 10, 1), as_of))
    assert before.count()["error"] == now.count()["error"]

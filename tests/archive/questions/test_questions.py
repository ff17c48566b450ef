"""What an archive answers, with and without conditions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from linter.archive.questions.asking import ConditionError
from linter.archive.questions.wanted import Wanted
from linter.archive.store import Store
from tests.archive.questions.stores import answer, cases, store_of

_CASES = cases("questions.yml")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(_CASES["articles"], tmp_path_factory.mktemp("store"))


@pytest.mark.parametrize("case", _CASES["cases"].values(), ids=_CASES["cases"])
def test_answers(case: dict[str, Any], store: Store) -> None:
    options = {name: case[name] for name in ("limit", "where") if name in case}
    found = answer(store, case["question"], Wanted(**case.get("wanted", {})), **options)
    assert [{name: row[name] for name in each} for row, each in zip(found, case["rows"], strict=False)] == case["rows"]
    assert len(found) == len(case["rows"]), found


@pytest.mark.parametrize(
    "condition",
    [
        "nothing_is_called_so = 1",
        "1 = 1); DROP VIEW claims; SELECT (1",
        "1 = 1; DROP VIEW claims",
        "1 = 1) UNION ALL (SELECT * FROM answer",
        "quote IN (SELECT content FROM read_text('{file}'))",
        "quote IN (SELECT column0 FROM '{file}')",
        "",
    ],
)
def test_a_condition_reaches_nothing_but_the_answer(condition: str, store: Store, tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.csv"
    secret.write_text("20%", encoding="utf-8")
    with pytest.raises(ConditionError):
        answer(store, "claims", where=condition.format(file=secret))
    assert len(answer(store, "claims")) == 8


def test_articles_with_the_same_text_are_copies_of_the_oldest(tmp_path: Path) -> None:
    text = "".join(f"第{number}项,参保人应当带好材料{number * 7}份,到窗口办理登记手续。" for number in range(40))
    other = "".join(f"今年第{number}期讲座改在社区会议室举行,请居民提前{number}天报名。" for number in range(40))
    articles = [
        ("甲网/原文.md", date.fromisoformat("2025-05-01"), text),
        ("乙网/转载.md", date.fromisoformat("2025-05-03"), f"转载自甲网。{text}"),
        ("丙网/再转.md", date.fromisoformat("2026-01-02"), f"{text[:700]}(有删节){text[740:]}"),
        ("丙网/另文.md", date.fromisoformat("2024-01-02"), other),
    ]
    (group,) = answer(store_of(articles, tmp_path), "duplicates")
    assert (group["document"], group["copies"], group["sites"]) == ("甲网/原文.md", 2, 2)
    assert sorted(group["copied_as"]) == ["丙网/再转.md", "乙网/转载.md"]
    assert group["least_alike"] >= 0.8

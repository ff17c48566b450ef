"""The pack of another field, as it stands in the examples: what it finds, what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter import lint_paths, lint_text
from linter.rule_cases import exercises, read_rule_cases
from linter.settings import Settings, bench_of
from reference.load import load_folders
from reference.packs import cases_in
from reference.validate import validate

HERE = Path(__file__).parent
BUILT_IN_ARTICLES = HERE.parents[1] / "examples" / "articles"
AS_OF = date(2026, 11, 30)
STALE = "子女教育按每个子女每月1000元扣除。"
EXPECTED: dict[str, dict[date, list[str]]] = yaml.safe_load((HERE / "articles.yml").read_text(encoding="utf-8"))


def days() -> Iterator[Any]:
    for name, found in EXPECTED.items():
        for day, findings in found.items():
            yield pytest.param(name, day, findings, id=f"{name}-{day}")


@pytest.mark.parametrize(("name", "day", "expected"), list(days()))
def test_articles_of_the_pack(name: str, day: date, expected: list[str], pack: Path) -> None:
    (document,) = lint_paths([pack / "articles" / name], as_of=day, profile="publish", references=[pack]).documents
    text = document.document.text
    assert [f"{each.code} {each.span.cut(text)}" for each in document.findings] == expected


def test_every_article_of_the_pack_is_expected_to_say_something(pack: Path) -> None:
    assert {file.name for file in (pack / "articles").iterdir()} == EXPECTED.keys()


def test_pack_is_valid_and_every_value_proves_that_it_counts(pack: Path) -> None:
    assert validate((pack,)) == ()
    bench = bench_of(Settings(AS_OF, "audit", (pack,)))
    own = {rule.id for rule in load_folders((pack,)).rules}
    mine = [one for one in exercises(read_rule_cases(cases_in(pack)).cases, bench) if one.rule_id in own]
    assert [one.rule_id for one in mine if len({bool(case.article.spans) for case in one.cases}) < 2] == []
    assert [failure for one in mine for failure in one.failures()] == []
    assert [mutant.name for one in mine for mutant in one.survivors()] == []


def test_without_the_pack_nothing_is_known_of_its_field(pack: Path) -> None:
    def found(references: tuple[Path, ...]) -> list[str]:
        return [each.code for each in lint_text(STALE, as_of=AS_OF, references=references).findings]

    assert [found((pack,)), found(()), found((pack,))] == [["ST101"], [], ["ST101"]]


def test_articles_of_the_built_in_field_are_judged_alike(pack: Path) -> None:
    alone, beside = (lint_paths([BUILT_IN_ARTICLES], as_of=AS_OF, references=each) for each in ((), (pack,)))
    assert [each.findings for each in alone.documents] == [each.findings for each in beside.documents]
    assert [each.coverage for each in alone.documents] == [each.coverage for each in beside.documents]

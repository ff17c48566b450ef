"""Every rule has sentences it makes right and wrong, and every value of it is noticed when it shifts by one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linter.casefile import CaseError
from linter.rule_cases import Exercise, RuleCases, exercises, read_rule_cases
from linter.settings import Settings, bench_of
from reference.mutants import mutants

NOTICED = 98  # percent of the shifted values, at least


@pytest.fixture(scope="module")
def given() -> RuleCases:
    return read_rule_cases()


@pytest.fixture(scope="module")
def every(given: RuleCases) -> tuple[Exercise, ...]:
    return tuple(exercises(given.cases, bench_of(Settings(date(2000, 1, 1), "audit"))))


def test_every_rule_has_a_right_and_a_wrong_sentence(given: RuleCases, every: tuple[Exercise, ...]) -> None:
    kinds = {one.rule_id: {bool(case.article.spans) for case in one.cases} for one in every}
    incomplete = {rule_id for rule_id, found in kinds.items() if found != {True, False}}
    assert sorted(incomplete) == sorted(given.exempt)


def test_every_sentence_is_judged_as_its_rule_wants(every: tuple[Exercise, ...]) -> None:
    assert [line for one in every for line in one.failures()] == []


def test_every_value_is_noticed_when_it_shifts_by_one_step(given: RuleCases, every: tuple[Exercise, ...]) -> None:
    total = sum(len(list(mutants(one.rules[0]))) for one in every)
    survivors = [mutant.name for one in every for mutant in one.survivors()]
    unnoticed = sorted(set(survivors) - set(given.survivors))
    assert not unnoticed, "no sentence notices these; where to write one: factlint reference cases --mutate RULE-ID"
    assert sorted(survivors) == sorted(given.survivors), "what is noticed need not be excused below 'survivors'"
    assert total > 3000
    assert len(survivors) * 100 <= (100 - NOTICED) * total


RATE = "national.pension.rate.employer"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("- 职工养老保险单位缴费比例为16%。\n", "a file of rule cases starts with as_of"),
        ("test.rate: []\n", "a file of rule cases starts with as_of"),
        ("as_of: 2026-11-21\ntest.rate: 职工养老保险\n", "below test.rate stands a list of sentences"),
        ("as_of: 2026-11-21\ntest.rate:\n  - region: 成都\n", "a case of test.rate has no text"),
        ("as_of: 2026-11-21\ntest.rate:\n  - {text: 一句, plase: 成都}\n", "has the unknown key plase"),
        ("as_of: 2026-11-21\ntest.rate:\n  - {text: 一句, published: 昨天}\n", "a case of test.rate: "),
    ],
)
def test_a_file_that_will_not_do_is_refused(written: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "cases.yml").write_text(written, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_rule_cases(tmp_path)
    assert reason in str(caught.value)


def test_cases_of_no_rule_are_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.yml").write_text("as_of: 2026-11-21\nno.rule:\n  - 一句话。\n", encoding="utf-8")
    bench = bench_of(Settings(date(2000, 1, 1), "audit"))
    with pytest.raises(CaseError, match=r"there is no rule 'no\.rule' for 「一句话。」"):
        list(exercises(read_rule_cases(tmp_path).cases, bench))


def test_a_sentence_that_is_judged_otherwise_is_told(every: tuple[Exercise, ...], tmp_path: Path) -> None:
    sentences = ("职工养老保险单位缴费比例为【16%】。", "职工养老保险单位缴费比例为26%。")
    lines = "".join(f"  - {sentence}\n" for sentence in sentences)
    (tmp_path / "cases.yml").write_text(f"as_of: 2026-11-21\n{RATE}:\n{lines}", encoding="utf-8")
    (exercise,) = (one for one in every if one.rule_id == RATE)
    right, wrong = replace(exercise, cases=read_rule_cases(tmp_path).cases).failures()
    assert right == f"{RATE}: 职工养老保险单位缴费比例为16%。: nothing found at 「16%」"
    assert wrong.startswith(f"{RATE}: 职工养老保险单位缴费比例为26%。: unexpected: RF101 at 「26%」")

"""Every rule has sentences it makes right and wrong, and every value of it is noticed when it shifts by one step."""

from __future__ import annotations

from datetime import date

import pytest

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

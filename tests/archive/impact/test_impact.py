"""Judged from the store alone, claims stand as they do when the articles are read: before a change and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.archive.database import connect
from linter.archive.impact.impact import Impact, change_rows, find_impact
from linter.archive.store import Store
from linter.bench import Bench
from linter.settings import bench_of
from reference.model import Rule
from reference.mutants import mutants, with_rules
from reference.period import Period
from tests.archive.impact.articles import SETTINGS, Told, full_check, rules_spoken_of

BENCH = bench_of(SETTINGS)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Difference:
    gone: frozenset[Told]
    new: frozenset[Told]


@cache
def usual_check() -> frozenset[Told]:
    return full_check(BENCH)


def checked_twice(before: Bench, after: Bench) -> Difference:
    one, other = (usual_check() if bench is BENCH else full_check(bench) for bench in (before, after))
    return Difference(one - other, other - one)


def from_the_store(store: Path, before: Bench, after: Bench) -> tuple[Difference, Impact]:
    with connect(Store.open(store), threads=1) as database:
        impact = find_impact(database, lambda: (before, after), jobs=1)
        rows = [row for batch in change_rows(database) for row in batch.to_pylist()]

    def told(side: str) -> Iterator[Told]:
        names = [field.name for field in fields(Told) if field.name != "document"]
        for row in rows:
            if row[f"{side}_code"] is not None:
                yield Told(row["document"], **{name: row[f"{side}_{name}"] for name in names})

    return Difference(frozenset(told("before")), frozenset(told("after"))), impact


def rule(name: str) -> Rule:
    found = BENCH.reference.rule(name)
    assert found is not None
    return found


def with_rule(changed: Rule) -> Bench:
    return replace(BENCH, reference=replace(BENCH.reference, rules=with_rules(BENCH.reference.rules, [changed])))


def without(removed: Rule) -> Bench:
    left = tuple(each for each in BENCH.reference.rules if each.id != removed.id)
    return replace(BENCH, reference=replace(BENCH.reference, rules=left))


def mutated(name: str, number: int = -1) -> Bench:
    return with_rule(list(mutants(rule(name)))[number].rule)


def from_a_day(changed: Rule, day: date) -> Rule:
    """The rule with the last value of a mutant from that day on; the rule itself where that cannot be."""
    last, others = changed.values[-1], [each.rule.values[-1] for each in mutants(changed)]
    other = next((value for value in others if value != last), None)
    if other is None or (last.period.start or date.min) >= day or last.period.end is not None:
        return changed
    ended = replace(last, period=Period(last.period.start, day - _DAY))
    return replace(changed, values=(*changed.values[:-1], ended, replace(other, period=Period(day, None))))


_CHANGES: dict[str, Callable[[], Bench]] = {
    "a value": lambda: mutated("national.pension.rate.employer"),
    "a local value": lambda: mutated("110000.contribution.base_cap", 12),
    "a rate that amounts are worked out by": lambda: mutated("national.pension.rate.employee"),
    "a rule removed": lambda: without(rule("national.pension.rate.employer")),
    "a new value from a day": lambda: with_rule(from_a_day(rule("national.pension.rate.employer"), date(2026, 11, 1))),
    "a statement": lambda: mutated("national.mutual_aid.same_pooling_area_required"),
    "a set": lambda: mutated("national.account.prohibited_uses"),
    "an article of law": lambda: mutated("national.article.社会保险法.47"),
    "how months of an annuity lie between": lambda: mutated("national.pension.payment_months_between"),
    "a formula": lambda: mutated("national.formula.basic_pension"),
    "relatives": lambda: mutated("national.mutual_aid.kin"),
    "a hotline": lambda: mutated("national.hotline.medical"),
    "the hotline that takes all calls": lambda: without(rule("national.hotline.government")),
    "a term": lambda: mutated("national.term.xinnonghe"),
    "a day of an event": lambda: mutated("national.event.social_insurance_law_in_force", 0),
    "a schedule": lambda: mutated("national.retirement.schedule.male", 1),
}


@pytest.mark.parametrize("name", _CHANGES)
def test_a_change_of_rules_does_from_the_store_what_it_does_to_the_articles(store: Path, name: str) -> None:
    after = _CHANGES[name]()
    told, impact = from_the_store(store, BENCH, after)
    assert told == checked_twice(BENCH, after)
    assert told.gone or told.new
    assert impact.left_out == 0
    assert impact.cases <= impact.concerned


@pytest.mark.parametrize(
    ("before", "after"),
    [(date(2023, 6, 1), SETTINGS.as_of), (SETTINGS.as_of, date(2027, 3, 1)), (SETTINGS.as_of, date(2016, 4, 30))],
)
def test_another_day_does_from_the_store_what_it_does_to_the_articles(store: Path, before: date, after: date) -> None:
    old, new = (replace(BENCH, as_of=day) for day in (before, after))
    told, _ = from_the_store(store, old, new)
    assert told == checked_twice(old, new)
    assert told.gone or told.new


_SPOKEN_OF = rules_spoken_of(BENCH.reference)


@st.composite
def changed_benches(draw: st.DrawFn) -> Bench:
    """The rules with one of them, of which the articles speak, wrong by a step, gone, or other from a day on."""
    changed = draw(st.sampled_from(_SPOKEN_OF))
    match draw(st.sampled_from(["wrong", "gone", "later"])):
        case "gone":
            return without(changed)
        case "later":
            return with_rule(from_a_day(changed, SETTINGS.as_of + draw(st.integers(-400, 400)) * _DAY))
    wrong = list(mutants(changed))
    return with_rule(draw(st.sampled_from(wrong)).rule) if wrong else without(changed)


@given(after=changed_benches())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_change_does_from_the_store_what_it_does_to_the_articles(store: Path, after: Bench) -> None:
    told, _ = from_the_store(store, BENCH, after)
    assert told == checked_twice(BENCH, after)


@given(days=st.tuples(*2 * [st.dates(date(2015, 1, 1), date(2031, 1, 1))]))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_two_days_do(store: Path, days: tuple[date, date]) -> None:
    before, after = (replace(BENCH, as_of=day) for day in days)
    told, _ = from_the_store(store, before, after)
    assert told == checked_twice(before, after)

"""Locks: every change of a rule is seen, nothing else is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reference.load import RULES, load_reference
from reference.lock import drift, lock_text, rule_digest
from reference.model import Grade, Reference
from reference.mutants import mutants
from tests.cli.conftest import CommandLine, factlint

__all__ = ["factlint"]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_nothing_has_changed_since_a_lock_of_the_same_rules(reference: Reference) -> None:
    assert not drift(lock_text(reference), reference)


def test_rules_that_come_go_and_change_are_named(reference: Reference) -> None:
    first, second, *others = reference.rules
    before = Reference((first, second, *others[1:]), "")
    after = Reference((replace(first, title="另一个题目"), *others), "")
    changes = drift(lock_text(before), after)
    assert (changes.added, changes.removed, changes.changed) == ((others[0].id,), (second.id,), (first.id,))


def test_every_shifted_value_has_another_digest(reference: Reference) -> None:
    for rule in reference.rules:
        shifted = [rule_digest(mutant.rule) for mutant in mutants(rule)]
        assert rule_digest(rule) not in shifted, rule.id
        assert len(set(shifted)) == len(shifted), rule.id


def test_the_digest_follows_grade_and_source(reference: Reference) -> None:
    rule = reference.rules[0]
    (value, *rest) = rule.values
    for other in (
        replace(value, evidence=Grade.UNVERIFIED),
        replace(value, source=replace(value.source, title="甲")),
    ):
        assert rule_digest(replace(rule, values=(other, *rest))) != rule_digest(rule)


def test_the_command_prints_a_lock_and_checks_one(factlint: CommandLine, tmp_path: Path) -> None:
    lock = tmp_path / "factlint.lock"
    lock.write_text(factlint("reference", "lock").out, encoding="utf-8")
    assert factlint("reference", "lock", "--check", lock).code == 0
    gone = "national.pension.rate.employer"
    lock.write_text("\n".join(line for line in lock.read_text("utf-8").split("\n") if f'"{gone}"' not in line), "utf-8")
    outcome = factlint("reference", "lock", "--check", lock)
    assert (outcome.code, outcome.out) == (1, f"added: {gone}\n")


@pytest.mark.parametrize("text", ["{}", "[]", '{"lock_version": 1}', "no JSON"])
def test_what_is_no_lock_is_a_usage_error(factlint: CommandLine, tmp_path: Path, text: str) -> None:
    lock = tmp_path / "factlint.lock"
    lock.write_text(text, encoding="utf-8")
    outcome = factlint("reference", "lock", "--check", lock)
    assert outcome.code == 2
    assert str(lock) in outcome.err


def test_the_lock_of_the_package_is_up_to_date(reference: Reference) -> None:
    lock = (RULES.parent / "reference.lock").read_text(encoding="utf-8")
    assert not drift(lock, reference), "run `make docs`"
    assert lock == lock_text(reference)

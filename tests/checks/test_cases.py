"""Every case of every check, and every example of its documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.check import Check
from linter.registry import load_checks
from linter.testing import Case, assert_case, assert_enough_cases, assert_examples, cases

HERE = Path(__file__).parent
CHECKS = {check.code: check for check in load_checks()}
CASES = cases(HERE)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_check_finds_what_is_marked_and_nothing_else(case: Case) -> None:
    assert_case(case)


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.code)
def test_check_has_cases_of_hits_and_of_silence(check: Check) -> None:
    assert_enough_cases(check, CASES)
    assert any(case.carries for case in CASES if case.check == check.code)


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.yml")), ids=lambda path: path.stem)
def test_case_file_lies_where_its_check_lies(path: Path) -> None:
    mine = cases(path)
    assert {CHECKS[case.check].run.__module__ for case in mine} == {f"checks.{path.parent.name}.{path.stem}"}


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.code)
def test_examples_of_the_documentation_hold(check: Check) -> None:
    first = next(case for case in CASES if case.check == check.code)
    assert_examples(check, first.as_of, first.horizon)

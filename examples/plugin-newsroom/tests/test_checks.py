"""Every case of the checks, the examples of their documentation, and that each check has enough cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.testing import Case, assert_case, assert_enough_cases, assert_examples, cases, offered_check

CASES = cases(Path(__file__).parent / "cases")
FIRST = {case.check: case for case in reversed(CASES)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert_case(case)


@pytest.mark.parametrize("code", sorted(FIRST))
def test_check(code: str) -> None:
    check = offered_check(code)
    assert_enough_cases(check, CASES)
    assert_examples(check, FIRST[code].as_of, FIRST[code].horizon)

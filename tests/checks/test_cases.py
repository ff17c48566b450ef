"""Every case of every check, and every example of its documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.casefile import Case, failures, marked_articles, read_cases, run_case
from linter.check import Check
from linter.check_pages import Example, examples
from linter.registry import load_checks

HERE = Path(__file__).parent
CHECKS = {check.code: check for check in load_checks()}
CASES = [case for path in sorted(HERE.rglob("*.yml")) for case in read_cases(path)]
EXAMPLES = [(check, example) for check in CHECKS.values() for example in examples(check)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.check}-{case.name}")
def test_check_finds_what_is_marked_and_nothing_else(case: Case) -> None:
    assert failures(case) == ()


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.code)
def test_check_has_cases_of_hits_and_of_silence(check: Check) -> None:
    mine = [case for case in CASES if case.check == check.code]
    assert len([case for case in mine if case.hits]) >= 2
    assert len([case for case in mine if not case.hits]) >= 2
    assert any(case.carries for case in mine)


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.yml")), ids=lambda path: path.stem)
def test_case_file_lies_where_its_check_lies(path: Path) -> None:
    cases = read_cases(path)
    assert {CHECKS[case.check].run.__module__ for case in cases} == {f"checks.{path.parent.name}.{path.stem}"}


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.code)
def test_documentation_has_an_example_and_a_counter_example(check: Check) -> None:
    assert {example.flagged for example in examples(check)} == {True, False}


@pytest.mark.parametrize(("check", "example"), EXAMPLES, ids=lambda value: getattr(value, "code", None))
def test_example_of_the_documentation_holds(check: Check, example: Example) -> None:
    first = next(case for case in CASES if case.check == check.code)
    case = Case("example", check.code, first.as_of, marked_articles(example.text), horizon=first.horizon)
    result = run_case(case)
    found = [finding.message.zh for document in result.documents for finding in document.findings]
    assert result.problems == ()
    assert bool(found) == example.flagged, found

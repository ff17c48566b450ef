"""The independent verifier accepts every proof the checks give, and refuses one that was tampered with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from linter.casefile import Case, read_cases, run_case
from linter.finding import Step
from linter.proof import verify

FOLDER = Path(__file__).parents[1] / "checks"
CASES = [case for path in sorted(FOLDER.rglob("*.yml")) for case in read_cases(path) if case.hits]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.check}-{case.name}")
def test_the_verifier_accepts_the_proof_of_every_finding(case: Case) -> None:
    findings = [finding for document in run_case(case).documents for finding in document.findings]
    assert findings
    assert [verify(finding.proof) for finding in findings] == [None] * len(findings)


@pytest.mark.parametrize(
    "step",
    [
        Step("multiply", ("7000", "0.08"), "560"),
        Step("add", ("560", "140", "35"), "735"),
        Step("subtract", ("10", "3"), "7"),
        Step("divide", ("1000", "8"), "125"),
    ],
    ids=lambda step: step.op,
)
def test_a_changed_result_is_refused(step: Step) -> None:
    assert verify([step]) is None
    assert verify([replace(step, out=step.out + "1")]) is not None


def test_a_comparison_with_the_wrong_outcome_is_refused() -> None:
    assert verify([Step("differ", ("560", "506", "1"), "true")]) is None
    assert verify([Step("differ", ("560", "560", "1"), "true")]) is not None
    assert verify([Step("exceed", ("560", "494"), "false")]) is not None

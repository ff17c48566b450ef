"""Checks that were measured to be wrong too often are demoted; those that are right, or hardly seen, are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from linter.article import Article
from linter.engine import lint_document
from linter.finding import Severity
from linter.precision_card import Measured, Tally, load_card
from linter.registry import load_checks
from linter.settings import Settings, bench_of
from linter.understanding import understand

WRONG = "职工养老保险单位缴费比例为26%。"


@pytest.mark.parametrize(
    ("errors", "warnings", "worst"),
    [
        (Tally(100, 98), Tally(), Severity.ERROR),
        (Tally(100, 94), Tally(), Severity.WARNING),
        (Tally(), Tally(100, 90), Severity.ERROR),
        (Tally(100, 97), Tally(100, 86), Severity.ERROR),
        (Tally(100, 99), Tally(100, 84), Severity.INFO),
        (Tally(4, 3), Tally(4, 3), Severity.ERROR),
        (Tally(6, 3), Tally(), Severity.WARNING),
    ],
)
def test_a_check_below_its_floor_is_demoted(errors: Tally, warnings: Tally, worst: Severity) -> None:
    assert Measured(50, errors, warnings).worst is worst


@pytest.mark.parametrize(
    ("unseen", "worst"),
    [
        (Tally(20, 18), Severity.ERROR),
        (Tally(20, 17), Severity.WARNING),
        (Tally(5, 4), Severity.WARNING),
        (Tally(4, 3), Severity.ERROR),
        (Tally(2, 0), Severity.WARNING),
    ],
)
def test_a_check_that_errs_on_unseen_pages_only_warns(unseen: Tally, worst: Severity) -> None:
    assert Measured(50, Tally(100, 100), Tally(), unseen).worst is worst


@pytest.mark.parametrize("worst", list(Severity))
def test_no_finding_is_worse_than_its_check_is_worth(worst: Severity) -> None:
    bench = replace(bench_of(Settings(date(2026, 11, 21), "audit", demote=False)), worst={"RF101": worst})
    understood = understand(Article("a.md", WRONG.encode()).read(), bench.regions)
    assert [finding.severity for finding in lint_document(understood, bench).result.findings] == [worst]


def test_the_card_speaks_of_checks_that_exist_and_of_plausible_numbers() -> None:
    card = load_card()
    assert set(card) <= {check.code for check in load_checks()}
    assert card
    for measured in card.values():
        for tally in (measured.errors, measured.warnings, measured.unseen):
            assert 0 <= tally.right <= tally.findings

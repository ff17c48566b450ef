from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from linter import lint_text
from linter.finding import Step
from linter.proof import calculate, decide
from reports.arithmetic import proof_lines, readable
from reports.wording import Wording


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        (calculate("add", Decimal("1.50"), Decimal(2), Decimal(3)), "1.50 + 2 + 3 = 6.50"),
        (calculate("subtract", Decimal(5), Decimal(2)), "5 − 2 = 3"),
        (calculate("multiply", Decimal("3920"), Decimal("0.08")), "3920 × 0.08 = 313.60"),
        (calculate("divide", Decimal(3), Decimal(2)), "3 ÷ 2 = 1.5"),
        (decide("differ", Decimal(980), Decimal(1980), Decimal("0.5")), "|980 − 1980| > 0.5"),
        (decide("differ", Decimal(980), Decimal(980), Decimal("0.5")), "|980 − 980| ≤ 0.5"),
        (decide("differ", Decimal(20), Decimal(16), Decimal(0)), "20 ≠ 16"),
        (decide("differ", Decimal(16), Decimal(16), Decimal("0.0")), "16 = 16"),
        (decide("exceed", Decimal(3), Decimal(2)), "3 > 2"),
        (decide("exceed", Decimal(2), Decimal(3)), "2 ≤ 3"),
        (Step("evaluate", ("(1+2)*3",), "9"), "(1+2)*3 = 9"),
        (calculate("divide", Decimal(2), Decimal(3)), "2 ÷ 3 = 0.6667"),
        (Step("lookup", ("pension.rate", "2019-05-01"), "16%"), "查规定 pension.rate、2019-05-01：16%"),
        (Step("not_member", ("siblings", "friend"), "mutual_aid"), "兄弟姐妹、friend 不属于 mutual_aid"),
        (Step("unheard-of", ("a", "b"), "c"), "unheard-of(a, b) = c"),
    ],
)
def test_a_step_reads_as_arithmetic(step, shown):
    assert readable(step, Wording("zh")) == shown


def test_a_proof_names_the_rule_it_rests_on_in_words():
    result = lint_text("目前,职工基本养老保险单位缴费比例为20%。", as_of=date(2026, 11, 21))
    (finding,) = result.findings
    assert proof_lines(finding, Wording("zh"))[0] == "查规定 职工基本养老保险单位费率、2019-05-01：16%"
    assert proof_lines(finding, Wording("en"))[0] == "look up Employer rate of the basic pension, 2019-05-01: 16%"

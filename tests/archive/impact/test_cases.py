"""Which claims are one case: the fewer there are, the less is judged, and never may two verdicts be in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linter.archive.database import connect
from linter.archive.impact.cases import find_cases
from linter.archive.impact.selection import Turn
from linter.archive.scanning import scan
from linter.archive.store import Store
from linter.settings import bench_of
from tests.archive.corpus import batches, in_process
from tests.archive.impact.articles import SETTINGS

RATE = "national.pension.rate.employer"


def cases(folder: Path, texts: Sequence[str], kinds: Sequence[str], later: date = SETTINGS.as_of) -> list[int]:
    """How many claims each case has, when the employer's rate is gone."""
    scan(batches({f"{number}.md": text for number, text in enumerate(texts)}), folder, SETTINGS, in_process(SETTINGS))
    rules = bench_of(SETTINGS).reference
    changed = replace(rules, rules=tuple(rule for rule in rules.rules if rule.id != RATE))
    with connect(Store.open(folder), threads=1) as database:
        find_cases(database, Turn(rules, changed, SETTINGS.as_of, later), kinds)
        return sorted(row[0] for row in database.execute("SELECT claims FROM cases").fetchall())


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["单位养老保险按20%缴纳。", "听人说起,单位养老保险按20%缴纳。"], [2], id="other words"),
        pytest.param(["单位养老保险按20%缴纳。", "单位养老保险按19%缴纳。"], [1, 1], id="another number"),
        pytest.param(
            ["云说\n\n2024-03-04\n\n单位养老保险按20%缴纳。", "云说\n\n2024-03-08\n\n单位养老保险按20%缴纳。"],
            [2],
            id="days without a change",
        ),
        pytest.param(
            ["云说\n\n2018-03-01\n\n单位养老保险按20%缴纳。", "云说\n\n2024-03-08\n\n单位养老保险按20%缴纳。"],
            [1, 1],
            id="days with a change between",
        ),
        pytest.param(
            ["拉萨市单位养老保险按20%缴纳。", "日喀则市单位养老保险按20%缴纳。"],
            [2],
            id="places of the same rules",
        ),
        pytest.param(
            ["广州市单位养老保险按20%缴纳。", "太原市单位养老保险按20%缴纳。"], [1, 1], id="places of other rules"
        ),
        pytest.param(
            ["单位失业保险按0.5%缴纳。", "咨询请拨打医保服务热线12393。"], [1], id="what the change leaves alone"
        ),
    ],
)
def test_claims_that_are_judged_alike_are_one_case(tmp_path: Path, texts: list[str], expected: list[int]) -> None:
    assert cases(tmp_path, texts, ["ValueClaim", "HotlineClaim"]) == expected


def test_on_another_day_what_speaks_of_the_days_between_is_looked_at(tmp_path: Path) -> None:
    texts = ["2027年2月,医保家庭共济可以绑定配偶、父母、子女。", "2025年2月,医保家庭共济可以绑定配偶、父母、子女。"]
    assert cases(tmp_path, texts, ["RelativesClaim"], date(2027, 3, 1)) == [1]

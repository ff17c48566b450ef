"""Units, displays and line numbers: the small parts of the reference."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.scan.tokens import Unit
from reference.display import display
from reference.interval import Interval
from reference.locate import line_of
from reference.units import UNITS, in_token_unit, token_unit


def between(low: str | None, high: str | None) -> Interval:
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("accepts", "unit", "per", "text"),
    [
        ([between("16", "16")], "percent", None, "16%"),
        ([between("0.50", "0.50")], "percent", None, "0.5%"),
        ([between("10", "10")], "points", None, "10个百分点"),
        ([between("6821", "6821")], "yuan", "month", "6821元/月"),
        ([between("1000", "1000")], "yuan", "time", "1000元/次"),
        ([between("3", "12")], "months", None, "3至12个月"),
        ([between("10.2", "10.5")], "percent", None, "10.2%至10.5%"),
        ([between("15.5", "15.5")], "years", None, "15年6个月"),
        ([between("60", "60")], "age_years", None, "60周岁"),
        ([between("138.4", "138.4")], "months", None, "138.4个月"),
        ([between("207", "207"), between("208", "208")], "months", None, "207个月或208个月"),
        ([between(None, "20")], "percent", None, "不超过20%"),
        ([between("6", None)], "months", None, "不低于6个月"),
        ([between("1000000", "1000000")], "yuan", None, "1000000元"),
    ],
)
def test_a_value_reads_in_chinese(accepts: list[Interval], unit: str, per: str | None, text: str) -> None:
    assert display(accepts, unit, per) == text


def test_every_unit_of_a_rule_is_a_unit_of_a_token() -> None:
    assert {token_unit(unit) for unit in UNITS} <= {unit.value for unit in Unit}


@pytest.mark.parametrize(
    ("unit", "given", "scaled"), [("years", "15", "180"), ("age_years", "60", "720"), ("months", "3", "3")]
)
def test_durations_and_ages_are_counted_in_months(unit: str, given: str, scaled: str) -> None:
    assert in_token_unit(Interval.point(given), unit) == Interval.point(scaled)


@given(st.sampled_from(sorted(UNITS)), st.decimals(0, 10000, places=2), st.decimals(0, 10000, places=2))
def test_scaling_keeps_what_lies_inside(unit: str, one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    scale = UNITS[unit][1]
    inside = in_token_unit(Interval(low, high, low_open=True), unit)
    assert inside.low_open
    assert inside.contains(high * scale) or low == high
    assert not inside.contains(low * scale)


TEXT = """{
 "rules": [
  {"id": "a,b:c", "values": [
    {"from": null},
    {"from": "x"}
  ]},
  {"id": "b"}
 ]
}
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("rules",), 2),
        (("rules", 0), 3),
        (("rules", 0, "id"), 3),
        (("rules", 0, "values", 1), 5),
        (("rules", 0, "values", 1, "from"), 5),
        (("rules", 0, "values", 1, "to"), 5),  # not there: its parent
        (("rules", 1, "id"), 7),
        (("rules", 9), 2),
    ],
)
def test_the_line_of_a_node(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


@given(st.integers(0, 30), st.integers(0, 5))
def test_the_line_counts_every_item(index: int, blank: int) -> None:
    gap = "\n" * (blank + 1)
    text = "[" + ",".join(f'{gap}{{"a": [1, "[,]"]}}' for _ in range(31)) + "]"
    assert line_of(text, (index, "a", 1)) == 1 + (index + 1) * (blank + 1)

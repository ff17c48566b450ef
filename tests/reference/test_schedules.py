"""The formulas against the official tables, every row of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.interval import Interval
from reference.load import load_reference
from reference.model import Reference
from reference.schedules import (
    min_years,
    minimum_years,
    payment_months_between,
    retirement_age,
    retirement_delay,
    retirement_month,
    retirement_schedule,
    schedule_rule,
)

REFERENCE = load_reference()
TABLES = (Path(__file__).parent / "retirement_tables.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLES.splitlines()))
GROUPS = ("male", "female_55", "female_50")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return REFERENCE


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['group']} {row['birth_from']}")
def test_a_row_of_the_retirement_tables(reference: Reference, row: dict[str, str]) -> None:
    births = list(months(row["birth_from"], row["birth_to"]))
    retirements = list(months(row["retires_from"], row["retires_to"]))
    assert len(births) == len(retirements)
    for birth, retires in zip(births, retirements, strict=True):
        assert retirement_delay(reference, birth, row["group"]) == int(row["delay_months"])
        assert retirement_age(reference, birth, row["group"]) == int(row["age_years"]) * 12 + int(row["age_months"])
        assert retirement_month(reference, birth, row["group"]) == retires


def test_the_tables_are_complete() -> None:
    counts = {group: sum(row["group"] == group for row in ROWS) for group in GROUPS}
    assert counts == {"male": 36, "female_55": 36, "female_50": 60}


@pytest.mark.parametrize(
    ("group", "before", "age"), [("male", "1964-12", 60), ("female_55", "1969-12", 55), ("female_50", "1974-12", 50)]
)
def test_those_born_earlier_are_not_delayed(reference: Reference, group: str, before: str, age: int) -> None:
    birth = date.fromisoformat(f"{before}-01")
    assert retirement_delay(reference, birth, group) == 0
    assert retirement_age(reference, birth, group) == age * 12


@given(
    birth=st.dates(date(1950, 1, 1), date(2010, 12, 31)),
    later=st.integers(0, 400),
    group=st.sampled_from(GROUPS),
)
def test_who_is_born_later_never_retires_younger(birth: date, later: int, group: str) -> None:
    schedule = retirement_schedule(REFERENCE, group)
    assert schedule is not None
    younger = date.fromordinal(birth.toordinal() + later)
    assert schedule.age(birth) <= schedule.age(younger) <= schedule.base_age + schedule.max_delay
    assert schedule.retires(birth) <= schedule.retires(younger)


@pytest.mark.parametrize(
    ("year", "needed"),
    [
        (2025, 180),
        (2029, 180),
        (2030, 186),
        (2031, 192),
        (2032, 198),
        (2033, 204),
        (2034, 210),
        (2035, 216),
        (2036, 222),
        (2037, 228),
        (2038, 234),
        (2039, 240),
        (2060, 240),
    ],
)
def test_the_minimum_years_of_a_year(reference: Reference, year: int, needed: int) -> None:
    assert min_years(reference, year) == needed


def test_the_schedule_agrees_with_the_rule_of_the_minimum_years(reference: Reference) -> None:
    (rule,) = reference.find("pension.min_years", None, {})
    for year in range(2000, 2060):
        value = rule.value_on(date(year, 6, 1))
        assert value is not None
        assert value.accepts[0].low is not None
        assert value.accepts[0].low * 12 == min_years(reference, year)


def test_the_final_ages_are_those_of_the_rules(reference: Reference) -> None:
    for group in GROUPS:
        (target,) = reference.find("retirement.target_age", None, {"group": group})
        assert target.values[-1].accepts[0].low is not None
        assert retirement_age(reference, date(2000, 1, 1), group) == target.values[-1].accepts[0].low * 12
        assert schedule_rule(reference, group) is not None


def test_without_a_rule_nothing_is_computed() -> None:
    nothing = Reference((), "")
    assert retirement_delay(nothing, date(1970, 1, 1), "male") is None
    assert retirement_age(nothing, date(1970, 1, 1), "male") is None
    assert retirement_month(REFERENCE, date(1970, 1, 1), "nobody") is None
    assert minimum_years(nothing) is None
    assert min_years(nothing, 2030) is None


def months(first: str, last: str) -> Iterator[date]:
    day = date.fromisoformat(f"{first}-01")
    while day <= date.fromisoformat(f"{last}-01"):
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


@pytest.mark.parametrize(
    ("years", "months", "expected"), [(60, 1, "138.4"), (50, 1, "194.6"), (55, 6, "167.0"), (60, 0, "139.0")]
)
def test_months_of_the_annuity_lie_between_those_of_the_birthdays(years: int, months: int, expected: str) -> None:
    assert payment_months_between(REFERENCE, years, months) == Interval.point(Decimal(expected))


def test_both_figures_of_a_disputed_age_are_accepted() -> None:
    assert payment_months_between(REFERENCE, 47, 0) == Interval(Decimal(207), Decimal(208))


def test_no_months_outside_the_table() -> None:
    assert payment_months_between(REFERENCE, 70, 6) is None

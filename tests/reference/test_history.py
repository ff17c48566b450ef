"""Values in time: what held on a day, what is not known, what a writer could know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reference.interval import Interval
from reference.load import load_reference
from reference.model import Grade, Reference, Rule, Value
from reference.period import Period


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def rule(reference: Reference, rule_id: str) -> Rule:
    found = reference.rule(rule_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("rule_id", "day", "display"),
    [
        ("national.pension.rate.employer", date(2019, 5, 1), "16%"),
        ("national.pension.rate.employee", date(2026, 1, 1), "8%"),
        ("440000.pension.rate.employer", date(2021, 6, 1), "14%"),
        ("330000.pension.rate.employer", date(2022, 6, 1), "15%"),
        ("national.unemployment.rate.both", date(2010, 1, 1), "3%"),
        ("national.unemployment.rate.both", date(2025, 12, 31), "1%"),
        ("110000.contribution.base_floor", date(2025, 6, 30), "6821元/月"),
        ("110000.contribution.base_floor", date(2025, 7, 1), "7162元/月"),
        ("national.pension.min_years", date(2029, 12, 31), "15年"),
        ("national.pension.min_years", date(2030, 1, 1), "15年6个月"),
        ("national.pension.min_years", date(2050, 1, 1), "20年"),
        ("national.law.late_fee_rate", date(2011, 6, 30), "2‰/天"),
        ("310000.unemployment.benefit_amount.1-12", date(2026, 7, 1), "2340元/月"),
        ("national.resident_medical.individual", date(2025, 3, 1), "400元/年"),
        ("national.hotline.medical", date(2017, 1, 1), "12333"),
        ("national.hotline.medical", date(2026, 1, 1), "12393"),
    ],
)
def test_the_value_of_a_day(reference: Reference, rule_id: str, day: date, display: str) -> None:
    value = rule(reference, rule_id).value_on(day)
    assert value is not None
    assert value.display == display


@pytest.mark.parametrize(
    ("rule_id", "day"),
    [
        ("national.unemployment.rate.both", date(2026, 1, 1)),  # documented to the end of 2025
        ("national.mutual_aid.kin", date(2024, 9, 1)),  # provinces followed one after the other
        ("330000.mutual_aid.kin", date(2024, 11, 15)),  # inside the window of the province
        ("national.term.xinnonghe", date(2017, 1, 1)),  # places merged the schemes until 2019
        ("national.hotline.medical", date(2019, 6, 1)),
        ("national.critical_illness.ratio", date(2019, 2, 1)),
    ],
)
def test_days_of_which_nothing_may_be_concluded(reference: Reference, rule_id: str, day: date) -> None:
    assert rule(reference, rule_id).value_on(day) is None


@pytest.mark.parametrize(
    ("region", "narrow_until", "wide_from"),
    [
        ("000000", date(2024, 7, 25), date(2024, 12, 10)),
        ("110000", date(2024, 12, 9), date(2024, 12, 10)),
        ("130000", date(2024, 8, 1), date(2024, 8, 2)),
        ("330000", date(2024, 10, 20), date(2024, 12, 10)),
        ("370000", date(2024, 7, 31), date(2024, 10, 20)),
        ("510000", date(2024, 7, 31), date(2024, 12, 9)),
    ],
)
def test_mutual_aid_widens_province_by_province(
    reference: Reference, region: str, narrow_until: date, wide_from: date
) -> None:
    (found,) = reference.find("mutual_aid.kin", region, {})
    narrow, wide = found.value_on(narrow_until), found.value_on(wide_from)
    assert narrow is not None
    assert wide is not None
    assert narrow.members == {"spouse", "parents", "children"}
    assert wide.members > narrow.members
    assert len(wide.members) == 8


def test_every_province_has_its_own_window(reference: Reference) -> None:
    provinces = {one.region for one in reference.governing("mutual_aid.kin") if one.region.endswith("0000")}
    assert len(provinces - {"000000"}) == 31


def test_a_year_can_hold_two_values(reference: Reference) -> None:
    values = rule(reference, "national.pension.rate.employer").values_in(Period.year(2019))
    assert [value.display for value in values] == ["20%(部分省19%或更低)", "16%"]


def test_a_writer_cannot_know_what_is_announced_later(reference: Reference) -> None:
    floor = rule(reference, "510000.contribution.base_floor")
    before, after = floor.values_known_on(date(2025, 5, 1)), floor.values_known_on(date(2025, 12, 1))
    assert [value.display for value in before] == ["4511元/月", "4588元/月"]
    assert [value.display for value in after] == ["4588元/月"]
    assert floor.values_known_on(date(2030, 1, 1)) == ()


def test_the_end_of_what_is_known_is_told_from_an_end(reference: Reference) -> None:
    values = rule(reference, "110000.contribution.base_floor").values
    known, unknown = values[-1], rule(reference, "510000.contribution.base_floor").values[-1]
    assert (known.period.end, known.known_until) == (date(2027, 6, 30), None)
    assert (unknown.period.end, unknown.known_until) == (date(2026, 12, 31), date(2026, 12, 31))


@pytest.mark.parametrize(("stated", "right"), [("207", True), ("208", True), ("209", False), ("206.5", False)])
def test_a_disputed_figure_is_right_either_way(reference: Reference, stated: str, right: bool) -> None:
    (found,) = reference.find("pension.payment_months", None, {"age": "47"})
    assert found.values[-1].allows(Interval.point(Decimal(stated))) is right


def test_weak_evidence_stays_weak(reference: Reference) -> None:
    values = [value for one in reference.governing("pension.calc_base") for value in one.values]
    grades = {
        word: {value.evidence for value in values if word in value.source.title} for word in ("第三方汇总", "情况汇总")
    }
    assert grades == {"第三方汇总": {Grade.UNVERIFIED}, "情况汇总": {Grade.REPORTED}}


def test_values_are_in_order_and_apart(reference: Reference) -> None:
    for one in reference.rules:
        for earlier, later in zip(one.values, one.values[1:], strict=False):
            assert _ends_before(earlier, later), one.id


def _ends_before(earlier: Value, later: Value) -> bool:
    return earlier.period.end is not None and later.period.start is not None and earlier.period.end < later.period.start

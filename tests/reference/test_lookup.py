"""Finding the rule that governs: by place from the county up, and by facets, the narrower first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from reference.load import load_reference
from reference.model import Grade, Reference, Rule, Source, State, Value, region_chain
from reference.period import Period


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("440306", "440300.pension.rate.employer"),  # a county of a city with its own rule
        ("440300", "440300.pension.rate.employer"),
        ("440605", "440000.pension.rate.employer"),  # a county whose city has none
        ("330106", "330000.pension.rate.employer"),
        ("510100", "national.pension.rate.employer"),
        (None, "national.pension.rate.employer"),
        ("000000", "national.pension.rate.employer"),
    ],
)
def test_the_most_specific_place_wins(reference: Reference, region: str | None, found: str) -> None:
    rules = reference.find("pension.rate", region, {"payer": "employer"})
    assert [rule.id for rule in rules] == [found]


def test_a_county_finds_the_rule_of_its_city_in_a_list_of_places(reference: Reference) -> None:
    rules = reference.find("contribution.base_floor", "420606", {})
    assert [rule.id for rule in rules] == ["420000.contribution.base_floor.t2@420600"]


def test_a_local_quantity_has_no_national_rule(reference: Reference) -> None:
    assert reference.find("contribution.base_floor", None, {}) == ()
    assert reference.find("contribution.base_floor", "371602", {}) != ()


def test_a_rule_narrowed_by_facets_needs_them(reference: Reference) -> None:
    assert reference.find("pension.rate", None, {}) == ()
    assert reference.find("pension.rate", None, {"payer": "fiscal"}) == ()


def test_further_facets_of_a_claim_do_no_harm(reference: Reference) -> None:
    rules = reference.find("pension.rate", None, {"payer": "employer", "population": "active", "tier": "一档"})
    assert [rule.id for rule in rules] == ["national.pension.rate.employer"]


def test_the_narrower_rule_of_a_place_displaces_the_wider(reference: Reference) -> None:
    facets = {"payer": "employee", "population": "flexible"}
    rules = reference.find("pension.rate", None, facets)
    assert [rule.id for rule in rules] == ["national.pension.rate.employee.flexible"]


def test_rules_neither_of_which_is_narrower_are_both_found() -> None:
    rules = (_rule("a", {"payer": "employer"}), _rule("b", {"population": "active"}))
    found = Reference(rules, "").find("q", None, {"payer": "employer", "population": "active"})
    assert found == rules


def test_an_unknown_quantity_finds_nothing(reference: Reference) -> None:
    assert reference.find("no.such", "110000", {}) == ()
    assert reference.governing("no.such") == ()
    assert reference.rule("no.such") is None


def test_a_rule_is_found_by_its_id(reference: Reference) -> None:
    rule = reference.rule("110000.mutual_aid.kin")
    assert rule is not None
    assert rule.region == "110000"


@pytest.mark.parametrize(
    ("region", "chain"),
    [
        ("510104", ("510104", "510100", "510000", "000000")),
        ("510100", ("510100", "510000", "000000")),
        ("510000", ("510000", "000000")),
        ("000000", ("000000",)),
        (None, ("000000",)),
    ],
)
def test_the_places_above(region: str | None, chain: tuple[str, ...]) -> None:
    assert region_chain(region) == chain


def _rule(rule_id: str, where: Mapping[str, str]) -> Rule:
    value = Value(Period(date(2020, 1, 1), None), Grade.OFFICIAL, State.IN_FORCE, Source("title"))
    return Rule(rule_id, "value", "q", "000000", "t", "t", (value,), where, "percent")

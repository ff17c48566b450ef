"""The rules that come with the package, as a whole."""

from __future__ import annotations

from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from reference.catalogue import written_into
from reference.load import RULES, load_reference
from reference.model import Reference, State
from reference.quantities import QuantitySpec, load_quantities
from reference.regions import RegionTable
from reference.registry import load_registry
from reference.units import token_unit
from reference.validate import validate
from reference.vocabulary import load_entries, load_json


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_the_whole_pack_is_valid() -> None:
    assert [str(complaint) for complaint in validate()] == []


def test_every_value_has_a_source_and_the_day_it_was_verified(reference: Reference) -> None:
    for rule in reference.rules:
        for value in rule.values:
            assert value.source.title, rule.id
            assert value.verified_on is not None, rule.id


def test_no_source_names_the_place_where_a_copy_was_seen(reference: Reference) -> None:
    words = ("github", "http", "seen_at", "blog", "calculator", ".js")
    sources = chain.from_iterable((value.source for value in rule.values) for rule in reference.rules)
    for source in sources:
        text = f"{source.title} {source.issuer or ''}".lower()
        assert not any(word in text for word in words), source


def test_municipal_rates_have_an_end(reference: Reference) -> None:
    for rule in reference.governing("medical.rate"):
        if rule.region != "000000":
            assert rule.values[-1].period.end is not None, rule.id


def test_targets_and_drafts_are_not_in_force(reference: Reference) -> None:
    announced = {rule.quantity for rule in reference.rules for value in rule.values if value.state is State.ANNOUNCED}
    assert {"event.mutual_aid_cross_province_target", "unemployment.min_wage_ratio"} <= announced


def test_every_registered_quantity_has_a_rule_or_was_looked_for(reference: Reference) -> None:
    governed = {one.quantity for one in chain(reference.rules, reference.unknown)}
    assert set(load_registry().quantities) - governed == set()


@pytest.mark.parametrize("quantity", ["contribution.base_floor", "contribution.base_cap"])
@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 11, 29)])
def test_the_bases_of_every_province_are_known_or_were_looked_for(
    reference: Reference, quantity: str, day: date
) -> None:
    provinces = {code for code in RegionTable.load() if code.endswith("0000")} - {
        "000000",
        "710000",
        "810000",
        "820000",
    }
    known = {rule.region for rule in reference.governing(quantity) if not rule.where and rule.value_on(day) is not None}
    looked_for = {one.region for one in reference.unknown if one.quantity == quantity and one.period.contains(day)}
    assert provinces - known - looked_for == set()


@pytest.mark.parametrize("spec", [one for one in load_quantities() if one.halves is None], ids=lambda spec: spec.id)
def test_every_quantity_an_article_can_state_is_governed(reference: Reference, spec: QuantitySpec) -> None:
    rules = reference.governing(spec.id)
    if not rules:  # What each place sets can be held against itself, without a rule.
        assert spec.setting == "local"
        assert spec.contrast
        return
    assert {token_unit(rule.unit or "") for rule in rules} == {spec.unit}
    assert any(set(rule.where) <= set(spec.slots) for rule in rules)


def test_every_statement_an_article_can_make_is_governed(reference: Reference) -> None:
    # What articles both affirm and deny is held against itself, with or without a rule.
    for entry in (entry for entry in load_entries("statements") if not entry.get("denied")):
        rules = reference.governing(entry.get("rule", entry["id"]))
        assert {rule.kind for rule in rules} == {"statement"}, entry["id"]


def test_every_hotline_service_is_governed(reference: Reference) -> None:
    for entry in load_json("hotlines.json")["services"]:
        assert reference.find(entry["quantity"], None, {}), entry["id"]


def test_the_readme_lists_the_quantities_as_they_are(reference: Reference) -> None:
    readme = (RULES / "README.md").read_text(encoding="utf-8")
    assert readme == written_into(readme, reference), "run reference.catalogue.written_into over rules/README.md"


def test_the_files_stand_where_their_region_says() -> None:
    for file in RULES.rglob("*.json"):
        assert len(file.relative_to(RULES).parts) == 2, file
        assert Path(file.parent.name).name.isdigit(), file

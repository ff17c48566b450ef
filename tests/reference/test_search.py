"""Finding rules by words and by names that are nearly right."""

from __future__ import annotations

import pytest

from reference.load import load_reference
from reference.model import Reference
from reference.naming import meant
from reference.search import search


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def ids(reference: Reference, *words: str, place: str | None = None) -> list[str]:
    return [hit.rule.id for hit in search(reference.rules, words, place)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["养老", "单位", "费率"], "national.pension.rate.employer"),
        (["employer", "pension"], "national.pension.rate.employer"),
        (["国办发〔2019〕13号"], "national.document.国办发〔2019〕13号"),
        (["深圳养老单位费率"], "440300.pension.rate.employer"),
        (["PENSION.MIN_YEARS"], "national.pension.min_years"),
    ],
)
def test_the_rule_one_looks_for_comes_first(reference: Reference, words: list[str], first: str) -> None:
    assert ids(reference, *words)[0] == first


def test_every_word_must_be_found(reference: Reference) -> None:
    assert ids(reference, "养老", "不存在的词") == []


def test_a_place_holds_the_places_in_it(reference: Reference) -> None:
    found = ids(reference, "base_floor", place="420000")
    assert found
    assert all(name.startswith("42") for name in found)
    assert {name.partition(".")[0] for name in ids(reference, "养老", place="000000")} == {"national"}


def test_sources_are_searched(reference: Reference) -> None:
    assert "510000.contribution.base_floor" in ids(reference, "川人社办发〔2025〕39号")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("national.pension.rate.employer", "national.pension.rate.employer"),
        ("pension.employer_rate", "national.pension.rate.employer"),
        ("pension.employr_rate", "national.pension.rate.employer"),
        ("pension.minimum_years", "national.pension.min_years"),
        ("养老 单位 费率", "national.pension.rate.employer"),
    ],
)
def test_a_near_name_is_understood(reference: Reference, name: str, rule: str) -> None:
    found = meant(name, reference)
    assert rule in [one.id for one in found.rules]
    assert found.exact is (name == rule)


def test_a_quantity_means_the_national_rules_where_there_are_any(reference: Reference) -> None:
    assert {rule.region for rule in meant("pension.rate", reference).rules} == {"000000"}
    assert len({rule.region for rule in meant("contribution.base_floor", reference).rules}) > 30
    assert {rule.region for rule in meant("pension.rate", reference, "440305").rules} == {"440300"}


@pytest.mark.parametrize("name", ["gibberish", "x", "没有这种东西"])
def test_nonsense_means_nothing(reference: Reference, name: str) -> None:
    assert meant(name, reference).rules == ()

"""Numbers bound to their meaning: the marked number, the quantity it must be, or that it must be nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.claims.context.reading import Reading, read
from linter.claims.model import ValueClaim
from linter.claims.quantities.values import extract
from linter.readers import read_document
from linter.scan.scanner import scan
from linter.text import Span
from reference.load import load_reference
from reference.quantities import load_quantities
from reference.regions import RegionTable
from reference.units import token_unit

CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "values.yml").read_text(encoding="utf-8"))


def reading_of(text: str, suffix: str = "txt") -> Reading:
    table = RegionTable.load()
    document = read_document(text.encode(), f"case.{suffix}")
    return read(document, scan(document, table), table)


def claims_at(text: str, suffix: str) -> list[ValueClaim]:
    start, end = text.index("【"), text.index("】")
    marked = Span(start, end - 1)
    reading = reading_of(text[:start] + text[start + 1 : end] + text[end + 1 :], suffix)
    to_source = reading.document.source_map.to_source
    values = (claim for claim in extract(reading) if isinstance(claim, ValueClaim))
    return [claim for claim in values if to_source(claim.span).overlaps(marked)]


@pytest.mark.parametrize("name", CASES)
def test_the_marked_number_is_bound_to_its_meaning(name: str) -> None:
    case = CASES[name]
    claims = claims_at(case["text"], case.get("format", "txt"))
    if case["quantity"] is None:
        assert [claim.quantity for claim in claims] == []
        return
    found = {claim.quantity: dict(claim.facets) for claim in claims}
    assert case["quantity"] in found
    slots = found[case["quantity"]]
    assert {facet: slots.get(facet) for facet in case.get("facets", {})} == case.get("facets", {})


def test_both_ends_of_a_range_of_bases_are_bound() -> None:
    claims = list(extract(reading_of("2025年缴费基数范围3064-15321元。")))
    assert [(claim.quantity, claim.token.value) for claim in claims] == [
        ("contribution.base_floor", 3064),
        ("contribution.base_cap", 15321),
    ]


def test_a_number_repeated_in_a_formula_is_one_claim() -> None:
    text = "个人部分:\n养老保险8%,5000元×8%=400元。"
    assert [claim.quantity for claim in extract(reading_of(text))] == ["pension.rate"]


@pytest.mark.parametrize("spec", load_quantities(), ids=lambda spec: spec.id)
def test_a_quantity_has_the_unit_of_its_rules(spec: Any) -> None:
    units = {token_unit(rule.unit) for rule in load_reference().governing(spec.id) if rule.unit}
    assert units <= {spec.unit}


def test_every_slot_that_rules_ask_for_can_be_filled() -> None:
    slots = {
        spec.id: {*spec.slots, *(name for bind in spec.bindings for name in bind.give)} for spec in load_quantities()
    }
    asked = {
        (rule.quantity, facet)
        for rule in load_reference().rules
        if rule.quantity in slots and rule.kind in ("value", "floor", "cap", "frame")
        for facet in rule.where
    }
    assert {(quantity, facet) for quantity, facet in asked if facet not in slots[quantity]} <= UNFILLED


# Narrower than any article says: a part of a rate, the class of a trade, the household of a worker.
UNFILLED = {
    ("contribution.average_wage", "population"),
    ("contribution.base_cap", "population"),
    ("contribution.base_floor", "population"),
    ("maternity.extra_leave_days", "child"),
    ("pension.rate", "household"),
}


@given(st.text(alphabet="养老保险单位个人8%16、,。(（）元年月满至 0123456789一二三", max_size=60))
def test_any_text_is_bound_within_its_sentences(text: str) -> None:
    reading = reading_of(f"社保问答\n\n{text}")
    for claim in extract(reading):
        assert claim.context.contains(claim.span)
        assert claim.token.span == claim.span

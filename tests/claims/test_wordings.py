"""Every quantity as different writers put it: oral and official, in lists, tables, headings, questions and answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reference.quantities import load_quantities
from tests.claims.test_values import claims_at

WORDINGS: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "wordings.yml").read_text(encoding="utf-8")
)
BINDS = [(quantity, text) for quantity, each in WORDINGS.items() for text in each["binds"]]
MISSES = [(quantity, text) for quantity, each in WORDINGS.items() for text in each["misses"]]
_FEWEST_BINDS, _FEWEST_MISSES = 4, 2


@pytest.mark.parametrize(("quantity", "text"), BINDS)
def test_the_marked_number_is_bound(quantity: str, text: str) -> None:
    text, _, slots = text.partition(" ⇒ ")
    wanted = dict(slot.split("=") for slot in slots.split())
    found = [dict(claim.facets) for claim in claims_at(text, "txt") if claim.quantity == quantity]
    assert [{name: slot.get(name) for name in wanted} for slot in found] == [wanted]


@pytest.mark.parametrize(("quantity", "text"), MISSES)
def test_the_marked_number_is_something_else(quantity: str, text: str) -> None:
    assert quantity not in [claim.quantity for claim in claims_at(text, "txt")]


def test_every_quantity_has_wordings_and_near_misses() -> None:
    halved = {spec.id for spec in load_quantities() if spec.halves is not None}
    assert set(WORDINGS) == {spec.id for spec in load_quantities()} - halved
    poor = [
        quantity
        for quantity, each in WORDINGS.items()
        if len(each["binds"]) < _FEWEST_BINDS or len(each["misses"]) < _FEWEST_MISSES
    ]
    assert poor == []

"""The ledger of facts names rules that exist, and what it says of wrong claims is so."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from linter.rule_cases import base_id
from reference.load import load_reference

FOLDER = Path(__file__).parents[2] / "benchmarks" / "facts"


def imported(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


LEDGER = imported("ledger").read_ledger()
MEASURE = imported("measure")


def test_every_fact_names_rules_that_exist_or_a_reason() -> None:
    known = {base_id(rule) for rule in load_reference().rules}
    assert [fact for fact, entry in LEDGER.items() if set(entry.rules) - known] == []
    assert [fact for fact, entry in LEDGER.items() if not entry.rules and not entry.reason] == []


@pytest.mark.parametrize("fact", sorted(fact for fact, entry in LEDGER.items() if entry.wrong))
def test_wrong_claims_are_found_unless_the_ledger_says_otherwise(fact: str) -> None:
    for wrong in LEDGER[fact].wrong:
        expected = "not checkable" if wrong.not_checkable else "silent" if wrong.silent else "flagged"
        assert MEASURE.outcome(wrong) == expected, wrong.text

"""What the extractors take from a text: marked places with their slots, and texts from which they take nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.claims.context.reading import Reading, read
from linter.claims.model import Claim
from linter.document import Published
from linter.readers import read_document
from linter.scan.scanner import scan
from linter.text import Span
from reference.regions import RegionTable

HERE = Path(__file__).parent
MODULES = {
    "citations": "propositions.citations",
    "counts": "counting.counts",
    "deadlines": "dates.deadlines",
    "event_dates": "dates.event_dates",
    "hotlines": "propositions.hotlines",
    "impossible_dates": "dates.impossible_dates",
    "relatives": "kinship.relatives",
    "retirement_examples": "retirement.examples",
    "retirement_tables": "retirement.tables",
    "set_members": "propositions.set_members",
    "statements": "propositions.statements",
    "superseded_terms": "propositions.superseded_terms",
}


def load(module: str) -> list[tuple[str, str, Mapping[str, Any]]]:
    cases = yaml.safe_load((HERE / f"{module}.yml").read_text(encoding="utf-8"))
    return [(module, name, case) for name, case in cases.items()]


CASES = [case for module in MODULES for case in load(module)]


def reading_of(case: Mapping[str, Any], text: str) -> Reading:
    table = RegionTable.load()
    document = read_document(text.encode(), f"case.{case.get('format', 'md')}")
    day: date | None = case.get("published")
    if day is not None:
        sections = tuple(replace(section, published=Published(day, "given")) for section in document.sections)
        document = document.with_sections(sections)
    return read(document, scan(document, table), table)


def without_marks(marked: str) -> tuple[str, list[Span]]:
    pieces = re.split("[【】]", marked)
    starts = [len("".join(pieces[:index])) for index in range(len(pieces))]
    spans = [Span(starts[index], starts[index] + len(pieces[index])) for index in range(1, len(pieces), 2)]
    return "".join(pieces), spans


def slot(claim: Claim, name: str) -> str:
    """A slot of a claim as the case files write it."""
    match name:
        case "kin" | "members":
            return " ".join(sorted(getattr(claim, name)))
        case "items":
            return str(len(getattr(claim, "items")))  # noqa: B009
        case "given":
            return " ".join(f"{key}={value}" for key, (value, _) in sorted(getattr(claim, "given").items()))  # noqa: B009
        case "until":
            return str(getattr(claim, "until").end)  # noqa: B009
        case "day":
            return str(getattr(claim, "day").start)  # noqa: B009
        case "birth":
            return f"{getattr(claim, 'birth'):%Y-%m}"  # noqa: B009
    return str(getattr(claim, name))


@pytest.mark.parametrize(("module", "name", "case"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_claims_are_those_marked(module: str, name: str, case: Mapping[str, Any]) -> None:
    text, spans = without_marks(case["text"])
    reading = reading_of(case, text)
    claims = list(import_module(f"linter.claims.{MODULES[module]}").extract(reading))
    to_source = reading.document.source_map.to_source
    found = sorted({to_source(claim.span) for claim in claims})
    assert [each.cut(text) for each in found] == [each.cut(text) for each in spans]
    for key, wanted in case.get("slots", {}).items():
        assert sorted({slot(claim, key) for claim in claims}) == sorted({str(each) for each in _list(wanted)})


def _list(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]

"""Which words speak for a number: the marked figure and the facets that must, and must not, be bound to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.claims.context.reading import Reading, read
from linter.readers import read_document
from linter.scan.scanner import scan
from linter.text import Span
from reference.regions import RegionTable

CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "binding.yml").read_text(encoding="utf-8"))


def reading_of(text: str, suffix: str = "txt") -> Reading:
    table = RegionTable.load()
    document = read_document(text.encode(), f"case.{suffix}")
    return read(document, scan(document, table), table)


def marked(text: str) -> tuple[str, Span]:
    start, end = text.index("【"), text.index("】")
    return text[:start] + text[start + 1 : end] + text[end + 1 :], Span(start, end - 1)


@pytest.mark.parametrize("name", CASES)
def test_the_marked_figure_is_bound_to_its_words(name: str) -> None:
    case = CASES[name]
    text, span = marked(case["text"])
    reading = reading_of(text, case.get("format", "txt"))
    to_source = reading.document.source_map.to_source
    token = next(token for token in reading.tokens.quantities if to_source(token.span).start == span.start)
    frame = reading.frame(token.span)
    found = {facet: frame[facet].value for facet in case["facets"] if facet in frame}
    assert {facet: found.get(facet) for facet in case["facets"]} == case["facets"]

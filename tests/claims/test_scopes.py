"""When and how seriously something is said at the marked number."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.article import assuming
from linter.claims.context.reading import read
from linter.claims.model import Scope
from linter.readers import read_document
from linter.scan.scanner import scan
from reference.regions import RegionTable

CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "scopes.yml").read_text(encoding="utf-8"))


def scope_of(text: str, published: date | None) -> Scope:
    table = RegionTable.load()
    start = text.index("【")
    document = read_document(text.replace("【", "").replace("】", "").encode(), "case.md")
    reading = read(assuming(document, None, published), scan(document, table), table)
    to_source = document.source_map.to_source
    token = next(token for token in reading.tokens.quantities if to_source(token.span).start == start)
    sentence = reading.sentence_at(token.span)
    assert sentence is not None
    return reading.scope(token.span, sentence)


@pytest.mark.parametrize("name", CASES)
def test_the_time_and_the_markers_of_a_number(name: str) -> None:
    case = CASES[name]
    scope = scope_of(case["text"], case.get("published"))
    period = None if scope.period is None else [scope.period.start, scope.period.end]
    assert (period, scope.period_from, sorted(scope.markers)) == (case["period"], case["from"], case.get("markers", []))

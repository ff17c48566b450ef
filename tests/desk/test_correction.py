from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.correction import corrected, inapplicable
from linter.document import Document
from linter.finding import Suggestion
from linter.readers import read_document
from linter.text import Span

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("corrections.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_suggestions_are_put_in_their_places(case: dict[str, Any]) -> None:
    document = read_document(case["source"].encode(), case["path"])
    suggestions = [_suggestion(document, *pair) for pair in zip(case["words"], case["with"], strict=True)]
    assert corrected(document, suggestions) == case["then"]
    left_out = [each.span.cut(document.visible) for each in inapplicable(document, suggestions)]
    assert left_out == case.get("inapplicable", [])


def test_without_suggestions_the_source_stays_as_it_is() -> None:
    document = read_document("<p>每月&nbsp;512元。</p>".encode(), "a.html")
    assert corrected(document, ()) == document.source


def _suggestion(document: Document, words: str, replacement: str) -> Suggestion:
    at = document.visible.index(words)
    return Suggestion(Span(at, at + len(words)), replacement)

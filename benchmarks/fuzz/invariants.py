"""What holds whatever the input was. Each raises ``AssertionError`` with what does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from linter.document import Document
from linter.finding import Finding
from linter.proof import verify
from linter.result import DocumentResult
from linter.scan.tokens import Tokens
from linter.text import Span


def tokens_inside(tokens: Tokens, text: str) -> None:
    """Every token stands in the text and holds something."""
    kinds = (tokens.quantities, tokens.dates, tokens.terms, tokens.regions, tokens.phones, tokens.doc_numbers)
    for kind in (*kinds, tokens.law_articles):
        starts = [token.span.start for token in kind]
        assert starts == sorted(starts), kind
        for token in kind:
            assert 0 <= token.span.start < token.span.end <= len(text), token


def findings_hold(result: DocumentResult) -> None:
    """Findings stand in the text, on words; their proofs are right; their names are their own."""
    for finding in result.findings:
        for span in _spans(finding):
            assert 0 <= span.start <= span.end <= len(result.document.text), (finding.code, span)
        assert finding.span.cut(result.document.visible).strip(), finding
        assert finding.context.contains(finding.span), finding
        assert source_of(result.document, finding.span), finding
        assert verify(finding.proof) is None, (finding.code, verify(finding.proof))
        assert finding.message.zh and finding.message.en, finding
    names = [finding.fingerprint for finding in result.findings]
    assert all(names), names
    assert len(set(names)) == len(names), names


def source_of(document: Document, span: Span) -> str:
    """What stands in the source under a span of the visible text."""
    return document.source_map.to_source(span).cut(document.source)


@cache
def report_schema() -> Any:
    """The schema of the JSON report."""
    text = (files("reports") / "schema" / "report-v1.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield finding.context
    yield from (each.span for each in finding.evidence if each.path is None)
    if finding.suggestion is not None:
        yield finding.suggestion.span

"""What is done with an article of a target: it is read, understood, checked, and what was found must hold."""

from __future__ import annotations

from benchmarks.fuzz.invariants import findings_hold, tokens_inside
from linter.bench import Bench
from linter.engine import lint_document
from linter.readers import UnreadableError, read_document
from linter.understanding import understand


def judge(article: str, name: str, bench: Bench) -> None:
    """Check the article; every exception is a mistake of factlint."""
    try:
        document = read_document(article.encode(), name)
    except UnreadableError:
        return
    understood = understand(document, bench.regions, bench.vocabulary)
    tokens_inside(understood.tokens, document.text)
    for claim in understood.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(document.text), claim
    linted = lint_document(understood, bench)
    assert not linted.problems, linted.problems
    findings_hold(linted.result)

"""The ledger of a document's numbers: seen, bound to a meaning, checked, and why not."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal

from linter.check import Checked, Outcome, Unverifiable
from linter.claims.model import Claim, Expression, Part
from linter.finding import Finding
from linter.result import Coverage
from linter.scan.tokens import Quantity, Tokens
from linter.text import Span

NOT_READ = "no-check"


def coverage(tokens: Tokens, claims: Iterable[Claim], outcomes: Iterable[Outcome]) -> Coverage:
    """What became of each number. Every bound number is either checked or unverifiable for one reason."""
    outcomes = tuple(outcomes)
    bound = {span for claim in claims for span in _number_spans(claim)}
    judged = _Cover(span for outcome in outcomes for span in _judged(outcome))
    open_ends = [outcome for outcome in outcomes if isinstance(outcome, Unverifiable)]
    unverifiable = [span for span in bound if not judged.touches(span)]
    reasons = Counter(_reason(span, open_ends) for span in unverifiable)
    return Coverage(
        numbers=len(bound | {quantity.span for quantity in tokens.quantities}),
        bound=len(bound),
        checked=len(bound) - len(unverifiable),
        unverifiable=len(unverifiable),
        reasons=tuple(sorted(reasons.items())),
    )


def _judged(outcome: Outcome) -> Iterator[Span]:
    if isinstance(outcome, Finding):
        yield outcome.span
        yield from (evidence.span for evidence in outcome.evidence if evidence.path is None)
    elif isinstance(outcome, Checked):
        yield outcome.span


def _reason(span: Span, open_ends: Iterable[Unverifiable]) -> str:
    return next((outcome.reason for outcome in open_ends if outcome.span.overlaps(span)), NOT_READ)


def _number_spans(part: object) -> Iterator[Span]:
    """Where the numbers stand that a claim is made of, however deep they lie in it."""
    match part:
        case Quantity():
            yield part.span
        case (Decimal(), Span() as span):
            yield span
        case Claim() | Expression() | Part():
            yield from (span for each in fields(part) for span in _number_spans(getattr(part, each.name)))
        case Mapping():
            yield from (span for value in part.values() for span in _number_spans(value))
        case tuple():
            yield from (span for value in part for span in _number_spans(value))


class _Cover:
    """A set of characters, asked many times whether a span touches it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged: list[Span] = []
        for span in sorted(spans):
            if self._merged and span.start <= self._merged[-1].end:
                self._merged[-1] = self._merged[-1].joined(span)
            else:
                self._merged.append(span)
        self._starts = [span.start for span in self._merged]

    def touches(self, span: Span) -> bool:
        """True when any character of the span is in the set."""
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return last >= 0 and self._merged[last].overlaps(span)

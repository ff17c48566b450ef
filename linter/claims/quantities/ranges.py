"""Ranges, whose ends must stand in order: 60%至300%."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.context.reading import Reading
from linter.claims.model import RangeClaim
from linter.scan.tokens import Quantity


def extract(reading: Reading) -> Iterator[RangeClaim]:
    """Every range that a sentence tells."""
    for sentence in reading.sentences:
        yield from _ranges(reading, reading.quantities_in(sentence.span))


def _ranges(reading: Reading, figures: tuple[Quantity, ...]) -> Iterator[RangeClaim]:
    for token in figures:
        sentence = reading.sentence_at(token.span)
        if token.is_range and sentence is not None and not _is_difference(reading, figures, token):
            yield RangeClaim(token.span, sentence.span, reading.scope(token.span, sentence), token)


def _is_difference(reading: Reading, figures: tuple[Quantity, ...], token: Quantity) -> bool:
    """7410元(7700元-290元): the bracket tells what was taken from what, not a range."""
    first, last = token.values[0], token.values[-1]
    return any(
        one.value == first - last and reading.text[one.span.end : token.span.start].strip() == "(" for one in figures
    )

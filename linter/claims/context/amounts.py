"""The amounts a text calculates with, and the words that stand before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_MARKS = re.compile("[,;。:]")
# 2025、2026 without a unit may be years; 第3, ×3 are no money.
_YEARS = (1949, 2035)
_PAID = re.compile("[月天按领发拿交缴出付为是]")
_LABEL = re.compile("[第×*÷/+-]")


def is_exact(token: Quantity) -> bool:
    """True for one number, without limits: neither 2000-3000 nor 至少2000."""
    return not token.is_range and token.bound is None


def is_amount(reading: Reading, token: Quantity) -> bool:
    """True for a sum of money that is no contribution base."""
    return token.unit is Unit.YUAN and is_exact(token) and not is_base(reading, token)


def amounts_in(reading: Reading, span: Span) -> list[Quantity]:
    """The sums of money of a stretch of text, in order."""
    amounts = reading.once(_amounts)
    first, end = (bisect_left(amounts, place, key=_start) for place in (span.start, span.end))
    return [*amounts[first:end]]


def _amounts(reading: Reading) -> Iterator[Quantity]:
    return (token for token in reading.tokens.quantities if is_amount(reading, token))


def _start(token: Quantity) -> int:
    return token.span.start


def block_of(reading: Reading, sentence: Sentence) -> Span:
    """The paragraph of a sentence."""
    return reading.document.sections[sentence.section].blocks[sentence.block].span


def before(reading: Reading, sentence: Sentence, result: Quantity) -> Span:
    """The paragraph of a sentence up to a figure of it."""
    return Span(block_of(reading, sentence).start, result.span.start)


def clause(reading: Reading, sentence: Sentence, place: Span) -> str:
    """What stands before a figure since the figure before it, or since the last mark."""
    home = reading.sentence_at(place) or sentence
    earlier = [other.span.end for other in reading.quantities_in(Span(home.span.start, place.start))]
    return _MARKS.split(reading.text[max([home.span.start, *earlier]) : place.start])[-1]


def under_heading(reading: Reading, sentence: Sentence, end: int) -> Span:
    """What stands between the heading above a sentence, or else the start of its section, and ``end``."""
    section = reading.document.sections[sentence.section].span.start
    start = max((span.end for span in reading.framer.headings_above(sentence)[:1]), default=section)
    return Span(start, max(start, end))


def is_plain_sum(reading: Reading, token: Quantity) -> bool:
    """True for an exact sum of money, with its unit or without: 640 in 养老640、医疗160. A year is none."""
    (plain,) = reading.once(_plain_sums)
    return plain[token.span] if token.span in plain else _is_plain(reading, token)


def _plain_sums(reading: Reading) -> Iterator[Mapping[Span, bool]]:
    """Once: whether each figure is a plain sum."""
    yield {token.span: _is_plain(reading, token) for token in reading.tokens.quantities}


def _is_plain(reading: Reading, token: Quantity) -> bool:
    if not is_exact(token) or token.approximate or token.unit not in (Unit.YUAN, Unit.NONE):
        return False
    led = reading.text[max(0, token.span.start - 1) : token.span.start]
    a_year = _YEARS[0] <= token.value <= _YEARS[1] and not _PAID.match(led)
    return token.unit is Unit.YUAN or not (a_year or _LABEL.match(led))


def told_so_far(reading: Reading, sentence: Sentence, result: Quantity) -> Span:
    """The sentence up to a figure, with the one before where it has no other figure: …,每月1680。加一起21420元."""
    own = Span(sentence.span.start, result.span.start)
    block = block_of(reading, sentence)
    if any(token.unit is not Unit.COUNT for token in reading.quantities_in(own)) or own.start <= block.start:
        return own
    earlier = reading.sentence_at(Span(own.start - 1, own.start))
    return own if earlier is None or earlier.block != sentence.block else Span(earlier.span.start, own.end)

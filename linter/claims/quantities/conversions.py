"""Durations told in years and once more in months: 5年6个月,也就是66个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.context.layout import with_closing_bracket
from linter.claims.context.reading import Reading
from linter.claims.model import ConversionClaim
from linter.scan.tokens import Quantity, Unit

_BRINGS = (
    "满",
    "够",
    "断",
    "断了",
    "断缴",
    "断保",
    "停",
    "停了",
    "漏",
    "漏缴",
    "交",
    "缴",
    "交了",
    "缴了",
    "多",
    "每",
    "补",
)
_THE_SAME = re.compile(r"[\s,(]*(?:也就是|就是|即|合计|合|折合|相当于|共计|共|等于|=)(?:说|要|约|是)?\s*")


def extract(reading: Reading) -> Iterator[ConversionClaim]:
    """Every two neighbouring durations of which one is said to be the other."""
    for sentence in reading.sentences:
        yield from _conversions(reading, reading.quantities_in(sentence.span))


def _earns(reading: Reading, first: Quantity, second: Quantity) -> bool:
    """True in 满10年就是14个月, 断两年就是4个月: so long a time of paying, or of a gap, brings so long a time."""
    return reading.text.endswith(_BRINGS, 0, first.span.start) and second.value * 2 < first.value


def _conversions(reading: Reading, figures: tuple[Quantity, ...]) -> Iterator[ConversionClaim]:
    """5年6个月,也就是66个月: neighbouring durations of which one is said to be the other."""
    for first, second in pairwise(figures):
        if first.unit is not Unit.MONTHS or second.unit is not Unit.MONTHS or first.is_range or second.is_range:
            continue
        in_years = ["年" in token.span.cut(reading.text) for token in (first, second)]
        between = reading.text[first.span.end : second.span.start]
        sentence = reading.sentence_at(first.span)
        if sentence is not None and in_years.count(True) == 1 and _THE_SAME.fullmatch(between):
            if _earns(reading, first, second):
                continue
            span = with_closing_bracket(reading.text, first.span.joined(second.span))
            yield ConversionClaim(span, sentence.span, reading.scope(span, sentence), first, second)

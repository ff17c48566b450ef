"""Lists of years of birth with the years of retirement: 男职工:70年的将于2030年退休,71年的2031年、72年的2032年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import RetirementClaim
from linter.claims.retirement.groups import named_group
from linter.text import Span

_PAIR = re.compile(
    r"(?<![0-9])(?P<birth>(?:19)?[5-9][0-9])年?(?:出生|生)?(?:的人?|生人)(?:将|会|就|则|要|应|可|能|预计|,)*(?:于|在|到|是|为|:)*"
    r"(?P<retires>20[2-5][0-9])年?(?![0-9月底初到至])"
)
_RETIRES = re.compile("退休|退")
# What somebody may choose, or would have had, is not when all of a year retire.
_OTHERWISE = re.compile("原(?!则)|本来|以前|旧|弹性|提前|最早|最晚|最迟|如果不|若不|不延")
_GROUPS = frozenset({"male", "female_50", "female_55"})
_LEAST = 2
_CENTURY = 1900


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """Each pair of a sentence that names one group and at least two pairs."""
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        pairs = list(_PAIR.finditer(reading.text, sentence.span.start, sentence.span.end))
        if len(pairs) < _LEAST or not _RETIRES.search(text) or _OTHERWISE.search(text):
            continue
        group = named_group(reading, sentence.span)
        if group in _GROUPS and not is_question(reading, sentence):
            yield from (_claim(reading, sentence, pair, group) for pair in pairs)


def _claim(reading: Reading, sentence: Sentence, pair: re.Match[str], group: str) -> RetirementClaim:
    span, year = Span(*pair.span()), int(pair["birth"])
    year += _CENTURY if year < _CENTURY else 0
    given = {"year": (Decimal(pair["retires"]), Span(*pair.span("retires")))}
    return RetirementClaim(
        span, sentence.span, reading.scope(span, sentence), date(year, 1, 1), group, given, date(year, 12, 1)
    )

"""Years that are counted and then told one by one: 近4年的涨幅, and a line for each of five years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import CountClaim
from linter.document import BlockKind, Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_COUNTED = re.compile("(?:近|最近|过去|这|前后|历|连续)$")
_YEARS = "年"
_A_YEAR = Decimal(12)
_LINE = re.compile(r"[\s*·•-]*(?P<year>(?:19|20)[0-9]{2})年?度?[^0-9]{0,12}[0-9]")
_INLINE = re.compile(
    r"(?:^|[,;、:。\s])(?P<year>(?:19|20)[0-9]{2})年?度?(?![0-9]|[^,;。0-9]{0,4}月)[^,;。0-9]{0,12}[0-9]"
)
_FEWEST, _MOST = 3, 15


def extract(reading: Reading) -> Iterator[CountClaim]:
    """The number of years with the years listed right below the line, or behind the colon, that counts them."""
    for sentence in reading.sentences:
        for stated in reading.quantities_in(sentence.span):
            if not _counts_years(reading, stated):
                continue
            years = _listed(reading, sentence, stated)
            numbers = [int(span.cut(reading.text)) for span in years]
            in_turn = all(abs(one - other) == 1 for one, other in pairwise(numbers))
            if _FEWEST <= len(years) <= _MOST and in_turn and len(set(numbers)) == len(numbers):
                count = replace(stated, unit=Unit.COUNT, values=(stated.value / _A_YEAR,), classifier=_YEARS)
                scope = reading.scope(stated.span, sentence)
                yield CountClaim(stated.span, sentence.span, scope, count, tuple(years))


def _counts_years(reading: Reading, token: Quantity) -> bool:
    plain = token.unit is Unit.MONTHS and not token.is_range and token.bound is None and not token.approximate
    led = reading.text[max(0, token.span.start - 4) : token.span.start]
    whole = plain and token.span.cut(reading.text).endswith(_YEARS) and token.value % _A_YEAR == 0
    return whole and token.value > _A_YEAR and _COUNTED.search(led) is not None


def _listed(reading: Reading, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    """The years behind the colon of the sentence, or those that the lines below it start with."""
    colon = reading.text.find(":", stated.span.end, sentence.span.end)
    if 0 <= colon < sentence.span.end - 1 and reading.text[colon + 1 : sentence.span.end].strip():
        return [Span(*found.span("year")) for found in _INLINE.finditer(reading.text, colon, sentence.span.end)]
    section = reading.document.sections[sentence.section]
    block = section.blocks[sentence.block]
    ends = block.kind is BlockKind.HEADING or reading.text[sentence.span.start : block.span.end].rstrip().endswith(":")
    return _lines(reading, section, sentence.block + 1) if ends else ()


def _lines(reading: Reading, section: Section, first: int) -> Sequence[Span]:
    found = []
    for block in section.blocks[first:]:
        year = _LINE.match(reading.text, block.span.start, block.span.end)
        if year is None:
            break
        found.append(Span(*year.span("year")))
    return found

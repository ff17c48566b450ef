"""A title that counts the tiers, and a list of them in the text with one more or less: 六档怎么选, and five lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.amounts import is_exact
from linter.claims.context.manner import is_law_text
from linter.claims.context.reading import Reading
from linter.claims.model import CountClaim
from linter.claims.tables.rate_lines import rate_lines
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit

_TIER = "档"
# What is listed is some of them, or more than a line each.
_SOME = re.compile("几档|举例|为例|例如|比如|部分|常[见用选]|节选|其余|其他|中间|以此类推|依此类推|等等|……|\\.\\.\\.")
_FEWEST, _BEHIND = 3, 60


def extract(reading: Reading) -> Iterator[CountClaim]:
    """The count of tiers of a section's heading, where its only list of tiers is one off and no other is counted."""
    for section in reading.document.sections:
        opening = section.blocks[:1]
        if section.truncated or is_law_text(reading.document, section):
            continue
        if not opening or opening[0].kind is not BlockKind.HEADING:
            continue
        counts = [token for token in reading.quantities_in(section.span) if _counts_tiers(reading, token)]
        told = [token for token in counts if opening[0].span.contains(token.span)]
        lines = [line for line in rate_lines(reading, section, section.span.end) if len(line.amounts) > 1]
        if len(told) != 1 or len(counts) != 1 or len({line.rate for line in lines}) != len(lines) or not lines:
            continue
        if _SOME.search(reading.text, section.span.start, min(section.span.end, lines[-1].span.end + _BEHIND)):
            continue
        sentence = reading.sentence_at(told[0].span)
        if len(lines) >= _FEWEST and abs(len(lines) - told[0].value) == 1 and sentence is not None:
            scope = reading.scope(told[0].span, sentence)
            places = tuple(line.span for line in lines)
            yield CountClaim(told[0].span, sentence.span, scope, told[0], places, loose=True)


def _counts_tiers(reading: Reading, token: Quantity) -> bool:
    counted = token.unit is Unit.COUNT and is_exact(token)
    return counted and (token.classifier or "").endswith(_TIER)

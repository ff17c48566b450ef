"""By how much two amounts of one sentence differ: 一个领3210元,一个领2980元,每月相差230元."""

from __future__ import annotations

import re
from itertools import combinations

from linter.claims.context.amounts import amounts_in
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_DIFFER = re.compile(
    r"(?:/月|每月)?[,;]\s*(?:两者|二者|两人|两地|两档|两种|两边|前后|一个月|每月|每个月|之间|一进一出|中间|光这一项|算下来|就|整整|只|仅|月月)*"
    r"(?:相差|差额|差距|差价|差了|差)(?:了|是|为|有|:|约|大约|整整|达|到|每月)*"
)


def difference(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The difference of the only two amounts before it in the sentence."""
    if result.unit is not Unit.YUAN:
        return None
    figures = amounts_in(reading, Span(sentence.span.start, result.span.start))
    everything = reading.quantities_in(Span(sentence.span.start, result.span.start))
    if len(figures) != 2 or any(token.approximate for token in figures):
        return None
    if everything[-1] is not figures[-1] or len({token.per for token in figures}) != 1:
        return None
    if not _DIFFER.fullmatch(reading.text[figures[-1].span.end : result.span.start]):
        return None
    if _of_other_figures(reading, sentence, result):
        return None
    higher, lower = sorted(figures, key=lambda token: token.value, reverse=True)
    return None if higher.value == lower.value else Calculation("subtract", (higher, lower))


def _of_other_figures(reading: Reading, sentence: Sentence, result: Quantity) -> bool:
    """True when two amounts under the same heading, of which one stands elsewhere, differ by just so much."""
    section = reading.document.sections[sentence.section].span
    pairs = combinations(amounts_in(reading, Span(section.start, result.span.start)), 2)
    inside = Span(sentence.span.start, result.span.start)
    return any(
        abs(one.value - other.value) == result.value
        for one, other in pairs
        if not (inside.contains(one.span) and inside.contains(other.span))
    )

"""The index of a pension as base by average wage, where the text ties it to its base: 指数为0.6(对应基数4600元)."""

from __future__ import annotations

import re

from linter.claims.calculation import Calculation
from linter.claims.frame import SEGMENT
from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit

_TIED = re.compile(r"\s*(?:\(|,)?(?:即|也就是)?(?:对应|相当于)(?:的)?(?:月)?(?:缴费)?基数(?:为|是|约|:)*\s*")
_INDEX = re.compile(r"指数[^,;。0-9]{0,6}$")
_REACH = 12
_WAGES = frozenset({"average_wage", "calc_base"})
_NEAR = 20
_MOST_INDEX = 4


def index_of_base(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The base that stands behind the index, by the only average wage of the section; ``None`` where they are close."""
    said = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    if result.unit not in (Unit.NONE, Unit.TIMES) or result.value > _MOST_INDEX or not _INDEX.search(said):
        return None
    tied = _TIED.match(reading.text, result.span.end, sentence.span.end)
    behind = [token for token in reading.quantities_in(sentence.span) if tied and token.span.start == tied.end()]
    wages = {token.value: token for token in _wages(reading, sentence)}
    if not behind or behind[0].unit is not Unit.YUAN or len(wages) != 1 or 0 in wages:
        return None
    index = Calculation("divide", (behind[0], *wages.values()))
    return index if abs(index.value - result.value) * _NEAR > result.value else None


def _wages(reading: Reading, sentence: Sentence) -> list[Quantity]:
    """The figures of the section that are named an average wage."""
    section = reading.document.sections[sentence.section].span
    found = []
    for token in reading.quantities_in(section):
        measure = reading.frame(token.span).get("measure")
        named = measure is not None and measure.level == SEGMENT and measure.value in _WAGES
        if token.unit is Unit.YUAN and named and not token.is_range:
            found.append(token)
    return found

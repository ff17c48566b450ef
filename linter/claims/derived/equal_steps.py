"""By how much each of several figures differs from the next: 92%、88%、84%,每升一级降低4个百分点."""

from __future__ import annotations

import re
from itertools import pairwise

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import before, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import worded

_FEWEST = 3
_OF = {Unit.POINTS: Unit.PERCENT, Unit.YUAN: Unit.YUAN}


def equal_steps(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The step between all of the figures told before it in the paragraph, of which there are at least three."""
    unit = _OF.get(result.unit)
    if unit is None or not is_exact(result) or result.approximate:
        return None
    told = [token for token in reading.quantities_in(before(reading, sentence, result)) if token.unit is unit]
    if len(told) < _FEWEST or not all(is_exact(token) for token in told):
        return None
    steps = {other.value - one.value for one, other in pairwise(told)}
    led = reading.text[max(sentence.span.start, told[-1].span.end) : result.span.start]
    if len(steps) != 1 or steps == {0} or not _each().search(led):
        return None
    lower, higher = sorted(told[:2], key=lambda token: token.value)
    apart = Calculation("subtract", (higher, lower))
    return Calculation("multiply", (apart, HUNDRED)) if unit is Unit.PERCENT else apart


@worded
def _each() -> re.Pattern[str]:
    each = "(?:每[^,;。:()0-9每]{0,4}[一1个]?(?:级|档|年|挡|层|类)|逐[级档年]|一[级档年]比一[级档年])"
    return re.compile(f"{each}[^;。:()0-9]{{0,14}}{any_of('apart_by', 'up', 'down')}(?:了|约|缴|交|领|拿)*$")

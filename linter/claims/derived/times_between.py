"""A range of multiples and what it makes of an amount: 二倍以上五倍以下。按3万元算,罚款是6万至15万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claims.context.amounts import block_of, is_amount
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TAKEN_AS = re.compile("(?:拿|按照?|以|照|就)[^,;。0-9]{0,10}$")
_TAKEN_REACH = 12
_MAKES = re.compile("(?:来|去)?(?:计算|测算|算|计|为例)[,:]?(?:[^,;。0-9]{0,8}(?:是|为|在|约|合|要|:)+)?")
_MOST_FIGURES = 60
_AND = re.compile("(?:以上|,|、|至|到)*")
_SHARES = frozenset({Unit.TIMES, Unit.PERCENT})


def times_between(reading: Reading, sentence: Sentence, result: Quantity) -> tuple[Calculation, Calculation] | None:
    """The amount right before the result times both ends of the only range of multiples of the paragraph."""
    earlier = reading.quantities_in(Span(block_of(reading, sentence).start, result.span.start))
    if not 2 < len(earlier) < _MOST_FIGURES or not is_amount(reading, earlier[-1]) or earlier[-1].approximate:
        return None
    amount = earlier[-1]
    led = reading.text[max(sentence.span.start, amount.span.start - _TAKEN_REACH) : amount.span.start]
    if not _TAKEN_AS.search(led) or not _MAKES.fullmatch(reading.text, amount.span.end, result.span.start):
        return None
    ends = _only_range(reading, earlier[:-1])
    return None if ends is None else (_times(amount, ends[0]), _times(amount, ends[1]))


def _times(amount: Quantity, share: Quantity) -> Calculation:
    return Calculation("multiply", (amount, share))


def _only_range(reading: Reading, earlier: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The low and the high multiple, where the paragraph has no other; 二倍以上五倍以下 are two figures."""
    shares = [token for token in earlier if token.unit in _SHARES]
    if len(shares) != 2 or shares[0] is not earlier[-2] or shares[0].unit is not shares[1].unit:
        return None
    low, high = shares
    between = reading.text[low.span.end : high.span.start]
    fits = (low.bound, high.bound) == ("min", "max") and not low.is_range and not high.is_range
    return (low, high) if fits and low.value < high.value and _AND.fullmatch(between) else None

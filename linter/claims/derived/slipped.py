"""Results whose digits changed places: the text makes 28915.20 of its figures and writes 28951.20.

A slip is only believed where the figure is said to be a result, no way to calculate it gives what is written, exactly
one gives it with two digits changed round, and it has so many digits that this can hardly be chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations

from linter.claims.calculations.slips import significant, transposed
from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_Way = tuple[str, tuple[Quantity, ...]]
_YEAR = re.compile("年")
_SUM = re.compile("合计|一共|总共|共|加|合起来|合在|总|小计|凑")
_REST = re.compile("剩|余|还可|自己|个人|本人|自付|自负|自掏|承担|差|多|少|省|到手|实发|补|还要|净")
_MORE = re.compile("=|≈|就是|等于|得出?|领|拿|每月|月")
_LOCAL = 30
_LONGEST_RUN = 6
_DIGITS = 4
_DIGITS_FAR = 5
_TWELVE = 12


def slipped(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The one way to calculate a result that gives it with two digits changed round."""
    digits = significant(result.value)
    said = reading.text[sentence.span.start : result.span.start]
    if digits < _DIGITS or not (_YEAR.search(said) or _SUM.search(said) or _REST.search(said) or _MORE.search(said)):
        return None
    figures = _before(reading, sentence, result)
    if any(figure.value == result.value for figure in figures):
        return None
    found: dict[Decimal, _Way] = {}
    for way in _ways(reading, sentence, figures, said):
        value = _value(way)
        if abs(value - result.value) < 1:
            return None
        for rounded in (_rounded(value, result, ROUND_HALF_UP), _rounded(value, result, ROUND_DOWN)):
            if transposed(result.value, rounded) and (digits >= _DIGITS_FAR or _near(reading, sentence, result, way)):
                found.setdefault(value, way)
    if len(found) != 1:
        return None
    op, operands = next(iter(found.values()))
    return Calculation("multiply", (*operands, Decimal(_TWELVE))) if op == "year" else Calculation(op, operands)


def _near(reading: Reading, sentence: Sentence, result: Quantity, way: _Way) -> bool:
    """True for figures of the sentence itself, and for a month and its year of one block or one payer."""
    op, operands = way
    if all(sentence.span.contains(token.span) for token in operands):
        return True
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    return op == "year" and (block.contains(operands[0].span) or _same_payer(reading, operands[0], result))


def _same_payer(reading: Reading, one: Quantity, other: Quantity) -> bool:
    slots = [reading.frame(token.span).get("payer") for token in (one, other)]
    named = [slot.value for slot in slots if slot is not None and slot.level <= SENTENCE]
    return len(named) == len(slots) and named[0] == named[1]


def _before(reading: Reading, sentence: Sentence, result: Quantity) -> list[Quantity]:
    """The money under the same heading before the result."""
    section = reading.document.sections[sentence.section].span
    heading = next(iter(reading.framer.headings_above(sentence)), None)
    start = section.start if heading is None else heading.start
    figures = [token for token in reading.quantities_in(Span(start, result.span.start)) if _is_money(token)]
    return figures[-_LOCAL:]


def _is_money(token: Quantity) -> bool:
    return token.unit is Unit.YUAN and not token.is_range and token.bound is None and token.value > 0


def _ways(reading: Reading, sentence: Sentence, figures: Sequence[Quantity], said: str) -> Iterator[_Way]:
    if _YEAR.search(said):
        yield from (("year", (figure,)) for figure in figures)
    counts = [
        token
        for token in reading.quantities_in(sentence.span)
        if token.unit in (Unit.MONTHS, Unit.DAYS, Unit.COUNT, Unit.TIMES) and not token.is_range and token.value > 1
    ]
    yield from (("multiply", (figure, count)) for figure in figures for count in counts)
    if _SUM.search(said):
        for length in range(2, _LONGEST_RUN + 1):
            yield from (("add", tuple(figures[at : at + length])) for at in range(len(figures) - length + 1))
        yield from (("add", pair) for pair in combinations(figures, 2))
    if _REST.search(said):
        yield from (("subtract", pair) for pair in combinations(figures, 2))


def _value(way: _Way) -> Decimal:
    op, operands = way
    values = [token.value for token in operands]
    if op == "add":
        return sum(values, Decimal(0))
    if op == "subtract":
        return abs(values[0] - values[1])
    return values[0] * (_TWELVE if op == "year" else values[1])


def _rounded(value: Decimal, like: Quantity, rounding: str) -> Decimal:
    """The value with as many decimals as the result is written with."""
    return value.quantize(min(like.step, Decimal(1)) if like.step < 1 else Decimal(1), rounding)

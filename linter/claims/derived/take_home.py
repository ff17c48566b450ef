"""What is left of a wage: 月薪9600元,减去社保1008元和公积金960元,到手7632元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_LEFT = re.compile(
    r"(?:剩余?|剩下|余下|到手|实发|实得|实际拿到|后(?=[为是约]))(?:的)?(?:工资|收入|金额)?(?:大?约|为|是|有|就是|还有|:|\s)*$"
)
_TAKEN = re.compile("减去|扣除|扣掉|扣去|去掉|减掉|刨去|刨除|扣了")
# What may be taken as well, or is not told as a sum of its own.
_OPEN = re.compile("税|等|其他|其它|另|补|加|或|至少|最多|不含|以外|左右|起|返|退|假设|若|如果")
_TAX = re.compile("个税|所得税|税后")
_REACH = 14
_MOST = 6
_NEXT_YUAN = Decimal(1)


def take_home(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The wage less all that is said to be taken from it, where no part of that leaves what is written."""
    said = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    if result.unit is not Unit.YUAN or result.is_range or not _LEFT.search(said):
        return None
    figures = [
        token
        for token in reading.quantities_in(sentence.span)
        if token.span.end <= result.span.start and token.unit is Unit.YUAN
    ][-_MOST:]
    if len(figures) < 2 or not all(is_exact(token) for token in figures):
        return None
    wage, *taken = figures
    between = reading.text[wage.span.end : result.span.start]
    led = reading.text[wage.span.end : taken[0].span.start]
    if not _TAKEN.search(led) or _OPEN.search(between) or sum(token.value for token in taken) >= wage.value:
        return None
    if any(token.approximate for token in taken):
        return None
    if _explained(wage, taken, result) or _after_tax(reading, sentence, result, wage, taken):
        return None
    return Calculation("subtract", (wage, *taken))


def _after_tax(
    reading: Reading, sentence: Sentence, result: Quantity, wage: Quantity, taken: Sequence[Quantity]
) -> bool:
    """True where less is left than was told to be, no slip of the pen, and the section speaks of a tax as well."""
    right = wage.value - sum((token.value for token in taken), Decimal(0))
    slip = transposed(result.value, right) or one_digit_off(result.value, right)
    return result.value < right and not slip and sentence.section in reading.once(_of_taxes)


def _of_taxes(reading: Reading) -> Iterator[int]:
    """The sections that speak of a tax."""
    spans = ((index, section.span) for index, section in enumerate(reading.document.sections))
    return (index for index, span in spans if _TAX.search(reading.text, span.start, span.end))


def _explained(wage: Quantity, taken: Sequence[Quantity], result: Quantity) -> bool:
    """True when some of the sums, but not all, leave just what is written: the others are parts of them."""
    some = (part for size in range(1, len(taken)) for part in combinations(taken, size))
    return any(
        abs(wage.value - sum((token.value for token in part), Decimal(0)) - result.value) < _NEXT_YUAN for part in some
    )

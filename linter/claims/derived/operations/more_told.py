"""What there was and what is added to it: 账户养老金226.62元。加上基础养老金163元,领389.62元; 12个2340加12个1872."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.reading import Reading
from linter.claims.derived.operations.told import Told, is_wage, payer, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity

_MARKS = re.compile("[,;。:、(\n]")
_REACH = 20
_COUNTED, _COUNT_REACH = re.compile("(?<![0-9.])([1-9][0-9]?)\\s*个\\s*$"), 6
_TO_RESULT = re.compile("[,;][^,;。:()0-9]{0,12}")


def more_told(told: Told) -> Iterator[Calculation]:
    """The last amount and the one that its words add to it, where nothing but a few words lead to the result."""
    if len(told.money) < len(("one", "more")) or words("apart_by", "beyond", "rest").search(told.led):
        return
    one, more = told.money[-2:]
    led = told.reading.text[more.span.end : told.result.span.start]
    alike = len({period(told.reading, token) for token in (one, more, told.result)} - {None}) <= 1
    of_one = len({payer(told.reading, token) for token in (one, more)} - {None}) <= 1
    whole = max(one.value, more.value) < told.result.value
    plain = told.figures[-1] is more and not any(is_wage(told.reading, token) for token in (one, more))
    if _TO_RESULT.fullmatch(led) and alike and of_one and whole and plain and _is_more(told.reading, one, more):
        yield Calculation("add", (_so_often(told.reading, one), _so_often(told.reading, more)))


def _so_often(reading: Reading, token: Quantity) -> Quantity | Calculation:
    """12个2340元: so many of them."""
    count = _COUNTED.search(reading.text, max(0, token.span.start - _COUNT_REACH), token.span.start)
    return token if count is None else Calculation("multiply", (token, Decimal(count[1])))


def _is_more(reading: Reading, one: Quantity, more: Quantity) -> bool:
    """True for 加上 before the second amount, with no other figure and no new paragraph since the first."""
    between = reading.text[one.span.end : more.span.start]
    led = _MARKS.split(between[-_REACH:])[-1]
    return words("with_more").match(led) is not None and "\n" not in between

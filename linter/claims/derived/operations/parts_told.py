"""What share of the whole somebody bears: 单位1500元,个人630元,合计2130元。单位承担了约70%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from linter.claims.context.frame import SEGMENT, SENTENCE
from linter.claims.derived.operations.told import Told, is_wage, payer
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import HUNDRED, Calculation, number
from linter.claims.tables.table_totals import is_total_label
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_SHARE_OF = re.compile("占[^,;。0-9]{0,8}$")
_REACH = 12
_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_MOST = 30
_PAYERS = ("employer", "employee")
# 约65% is said of what is near it.
_VAGUE, _EXACT = Decimal(3), Decimal("0.6")


def parts_told(told: Told) -> Iterator[Calculation]:
    """The total of the payer that the words before the share name, by the total of both."""
    if told.result.unit is Unit.PERCENT and told.money and _SHARE_OF.search(_before(told, told.money[-1])):
        yield from _of_named(told)
        return
    mine = payer(told.reading, told.result, SEGMENT)
    if told.result.unit is not Unit.PERCENT or mine not in _PAYERS or not words("bears").search(told.clause):
        return
    sums = {name: _sum_of(told, name) for name in _PAYERS}
    one, other = sums["employer"], sums["employee"]
    if one is None or other is None:
        yield from _of_neither(told)
        return
    part = sums[mine]
    if part is None:
        return
    way = Calculation("multiply", (Calculation("divide", (part, Calculation("add", (one, other)))), HUNDRED))
    off = abs(way.value - told.result.value)
    if off > (_VAGUE if told.result.approximate else _EXACT) and not _is_rate(told, part):
        yield way


def _of_neither(told: Told) -> Iterator[Calculation]:
    """社保总共1820元,公司出了大约六成三: the only two sums before that make the whole, and the share of neither."""
    wholes = [token for token in told.here if token in told.money]
    before = [token for token in told.reading.quantities_in(_section_before(told)) if token.unit in _MONEY]
    pairs = {
        one.value: (one, other)
        for one, other in combinations(before[-_MOST:], 2)
        if len(wholes) == 1 and one.value + other.value == wholes[0].value and one.value > other.value
    }
    if len(pairs) != 1:
        return
    pair = next(iter(pairs.values()))
    ways = [Calculation("multiply", (Calculation("divide", (part, wholes[0])), HUNDRED)) for part in pair]
    near = min(ways, key=lambda way: abs(way.value - told.result.value))
    if abs(near.value - told.result.value) > (_VAGUE if told.result.approximate else _EXACT):
        yield near


def _section_before(told: Told) -> Span:
    return Span(told.reading.document.sections[told.sentence.section].span.start, told.sentence.span.start)


def _of_named(told: Told) -> Iterator[Calculation]:
    """报销了7560元,占总费用10800元的70%: the amount before, by the one that it is said to be part of."""
    if len(told.money) < len(("part", "whole")) or told.led != "的":
        return
    part, whole = told.money[-2:]
    if part.value < whole.value and told.sentence.span.contains(part.span):
        way = Calculation("multiply", (Calculation("divide", (part, whole)), HUNDRED))
        if abs(way.value - told.result.value) > (_VAGUE if told.result.approximate else _EXACT):
            yield way


def _before(told: Told, token: Quantity) -> str:
    return told.reading.text[max(0, token.span.start - _REACH) : token.span.start]


def _is_rate(told: Told, part: Quantity) -> bool:
    """True where the part is just that share of another figure: 基数12320元,单位承担20%,2464元."""
    return any(abs(token.value * number(told.result) - part.value) < 1 for token in told.money)


def _sum_of(told: Told, name: str) -> Quantity | None:
    """The total of what a payer pays, which its other amounts make, or the only amount beside which it is named."""
    money = [token for token in told.money if not is_wage(told.reading, token)]
    own = [token for token in money if told.sentence.span.contains(token.span)]
    if {payer(told.reading, token, SEGMENT) for token in own} >= {*_PAYERS}:
        money = own  # what its own sentence tells of both is what it speaks of
    mine = [token for token in money if payer(told.reading, token, SENTENCE) == name]
    totals = [token for token in mine if _is_sum_of_others(told, token, mine)]
    named = [token for token in mine if payer(told.reading, token, SEGMENT) == name]
    found = totals or named
    return found[-1] if len({token.value for token in found}) == 1 else None


def _is_sum_of_others(told: Told, token: Quantity, mine: list[Quantity]) -> bool:
    headers = told.reading.framer.headers_of(token.span.start)
    if any(is_total_label(header.cut(told.reading.text).strip()) for header in headers):
        return True
    others = [each.value for each in mine if each.span.end <= token.span.start]
    slot = told.reading.frame(token.span).get("aggregate")
    called = slot is not None and slot.level == SEGMENT
    return called and len(others) > 1 and sum(others, Decimal(0)) == token.value

"""Shares of an amount: 3200元的2%就是64元; of a bill, above the threshold: 费用26000元,起付线800元,按85%报销21420元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import before, clause, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation, number
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_OF = re.compile(r"(?:/月|每月)?\)?的")
# 缴费基数5800元,按8%扣
_BY = re.compile(r"(?:/月)?[,;]?(?:就|要|再|都)?(?:按照?|以)")
_BASE = re.compile("基数|缴费工资")
_WAGE = re.compile(r"平均工资[^,;。0-9]{0,4}$")
_HALF = Decimal("0.5")
_IS = re.compile(
    r"(?:左右)?(?:计算|计发|发放|发|扣掉?|缴纳|缴费|缴|交|划入|划拨|划|调整|增加|算|计)?[,(:]?\s*(?:也就是|相当于|就是|等于|每个?月|一个月|可以|可|能|应|大?约|即|为|是|=|合|要|领|拿|缴|交|扣掉?|多|划|发|得|到|了)*"
)
_PAID_BACK = re.compile("报销|报了|能报|可报|基金(?:支付|付|出)|统筹(?:支付|付|出)|医保(?:支付|付|出|报)")
_BILL = re.compile("费用|花|目录内|政策范围|医疗费|医药费|账单")
_THRESHOLD = re.compile("起付|门槛")
_SHARES = frozenset({Unit.PERCENT, Unit.TIMES})
_NEXT_YUAN = Decimal(1)
_WHOLE = Decimal(1)
# Among so many amounts some make any other.
_MOST_AMOUNTS = 30


def share(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The share of an amount that is written just before it."""
    earlier = reading.quantities_in(Span(sentence.span.start, result.span.start))[-2:]
    if result.unit is not Unit.YUAN or len(earlier) != 2 or not all(is_exact(token) for token in earlier):
        return None
    amount, rate = earlier
    if amount.unit is not Unit.YUAN or rate.unit not in _SHARES or amount.approximate or rate.approximate:
        return None
    led = reading.text[amount.span.end : rate.span.start]
    then = reading.text[rate.span.end : result.span.start]
    of = _OF.fullmatch(led) or (_BY.fullmatch(led) and _BASE.search(clause(reading, sentence, amount.span)))
    if not of or not _IS.fullmatch(then):
        return None
    calculation = Calculation("multiply", (amount, rate))
    # An average wage was rounded to the yuan before it was multiplied.
    rounding = (
        number(rate) * _HALF + _HALF
        if _WAGE.search(reading.text, sentence.span.start, amount.span.start)
        else Decimal(0)
    )
    return calculation if not 0 < abs(calculation.value - result.value) < rounding else None


def paid_back(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """(Bill - threshold) × rate, where what is written is a slip of it and nothing told makes it."""
    own = clause(reading, sentence, result.span)
    if result.unit is not Unit.YUAN or not _PAID_BACK.search(own) or _THRESHOLD.search(own):
        return None
    figures = [token for token in reading.quantities_in(before(reading, sentence, result)) if is_exact(token)]
    rates = [token for token in figures if token.unit is Unit.PERCENT]
    money = [token for token in figures if token.unit is Unit.YUAN]
    if len(money) > _MOST_AMOUNTS or _explained(
        [token.value for token in money], [token.value / 100 for token in rates], result
    ):
        return None
    named = [(token, clause(reading, sentence, token.span)) for token in money]
    bills = [token for token, said in named if _BILL.search(said) and not _THRESHOLD.search(said)]
    thresholds = [token for token, said in named if _THRESHOLD.search(said)]
    slips = {
        way.value: way
        for way in _ways(bills, thresholds, rates)
        if transposed(result.value, way.value) or one_digit_off(result.value, way.value)
    }
    return next(iter(slips.values())) if len(slips) == 1 else None


def _ways(
    bills: Sequence[Quantity], thresholds: Sequence[Quantity], rates: Sequence[Quantity]
) -> Iterator[Calculation]:
    for bill, rate in product(bills, rates):
        if not thresholds:
            yield Calculation("multiply", (bill, rate))
        for threshold in thresholds:
            yield Calculation("multiply", (Calculation("subtract", (bill, threshold)), rate))


def _explained(money: Sequence[Decimal], rates: Sequence[Decimal], result: Quantity) -> bool:
    """True when any two amounts, or one, and any rate or its rest, or none, make what is written."""
    rests = [*rates, *(_WHOLE - rate for rate in rates), _WHOLE]
    bases = {one - other for one in money for other in money} | set(money)
    bases |= {base - other for base in bases for other in money}
    return any(abs(base * rate - result.value) <= _NEXT_YUAN for base in bases for rate in rests)

"""What is paid back of a bill, above the threshold: 费用26000元,起付线800元,按85%报销21420元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import before, clause, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_PAID_BACK = re.compile("报销|报了|能报|可报|基金(?:支付|付|出)|统筹(?:支付|付|出)|医保(?:支付|付|出|报)")
_BILL = re.compile("费用|花|目录内|政策范围|医疗费|医药费|账单")
_THRESHOLD = re.compile("起付|门槛")
_NEXT_YUAN = Decimal(1)
_WHOLE = Decimal(1)
# Among so many amounts some make any other.
_MOST_AMOUNTS = 30


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

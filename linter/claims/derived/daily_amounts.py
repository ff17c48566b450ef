"""Amounts by the day whose day's amount is not told: allowances of a monthly wage, fees of a sum owed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import before, clause, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_ALLOWANCE = re.compile("津贴|产假工资")
_WAGE = re.compile("(?:月平均|月均|平均|月缴费|月|缴费)(?:缴费)?(?:工资|基数)")
_FEE = re.compile("滞纳金")
_OWED = re.compile("欠|少缴|漏缴|未缴|没缴|应缴|本金|拖")
_BY_DAY = re.compile(r"(?:按日|每日|每天|每一天|一天|日|逐日)[^,;。0-9]{0,8}$")
_MONTH_OF_DAYS = Decimal(30)
_DAYS_OF_MONTHS = (_MONTH_OF_DAYS, Decimal("30.4"), Decimal("30.42"), Decimal("21.75"))
_YEAR, _DAYS_OF_YEARS = Decimal(12), (Decimal(365), Decimal(366))
_HIGHEST_FEE = Decimal("0.3")
_CENTS = Decimal(1)


def allowance(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """Monthly wage ÷ 30 × days, where what is written is a slip of it and no customary way gives it."""
    figures = reading.quantities_in(before(reading, sentence, result))
    if result.unit is not Unit.YUAN or not _ALLOWANCE.search(clause(reading, sentence, result.span)):
        return None
    days = [token for token in figures if token.unit is Unit.DAYS and is_exact(token) and token.value > 1]
    money = [token for token in figures if token.unit is Unit.YUAN and is_exact(token)]
    wages = [token for token in money if _WAGE.search(clause(reading, sentence, token.span))]
    if _explain(_customary(money, days), money, result):
        return None
    ways = [
        Calculation("multiply", (Calculation("divide", (wage, _MONTH_OF_DAYS)), count))
        for wage in wages
        for count in days
    ]
    return _only_slip(ways, result)


def late_fee(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """Sum owed × rate a day × days, of the only sum, rate and count of days the paragraph tells."""
    figures = reading.quantities_in(before(reading, sentence, result))
    if result.unit is not Unit.YUAN or not _FEE.search(clause(reading, sentence, result.span)):
        return None
    money = [token for token in figures if token.unit is Unit.YUAN and is_exact(token) and not token.per]
    days = [token for token in figures if token.unit is Unit.DAYS and is_exact(token)]
    rates = [token for token in figures if _is_daily_rate(reading, sentence, token)]
    owed = [token for token in money if _OWED.search(clause(reading, sentence, token.span))]
    ways = [Calculation("multiply", way) for way in product(money, rates, days)]
    if _explain(ways, money, result):
        return None
    if any(len({token.value for token in found}) != 1 for found in (owed, rates, days)) or len(money) > len(owed) + 1:
        return None
    return Calculation("multiply", (owed[-1], rates[-1], days[-1]))


def _is_daily_rate(reading: Reading, sentence: Sentence, token: Quantity) -> bool:
    if token.unit is not Unit.PERCENT or not is_exact(token) or token.value > _HIGHEST_FEE:
        return False
    return _BY_DAY.search(clause(reading, sentence, token.span)) is not None


def _customary(money: Sequence[Quantity], days: Sequence[Quantity]) -> Iterator[Calculation]:
    """Every way to make an allowance of any amount and any count of days."""
    for wage, count in product(money, days):
        yield Calculation("multiply", (wage, count))
        for month in _DAYS_OF_MONTHS:
            yield Calculation("multiply", (Calculation("divide", (wage, month)), count))
        for year in _DAYS_OF_YEARS:
            yield Calculation(
                "multiply", (Calculation("divide", (Calculation("multiply", (wage, _YEAR)), year)), count)
            )


def _explain(ways: Iterable[Calculation], money: Sequence[Quantity], result: Quantity) -> bool:
    """True when one of the ways gives what is written, alone or with one of the amounts added or paid already."""
    allowed = max(_CENTS, result.step)
    besides = [Decimal(0), *(token.value for token in money)]
    return any(
        abs(abs(value + sign * other) - result.value) <= allowed
        for value in {way.value for way in ways}
        for other in besides
        for sign in (1, -1)
    )


def _only_slip(ways: Sequence[Calculation], result: Quantity) -> Calculation | None:
    values = {
        way.value: way
        for way in ways
        if way.value == way.value.to_integral_value()
        and (transposed(result.value, way.value) or one_digit_off(result.value, way.value))
    }
    return next(iter(values.values())) if len(values) == 1 else None

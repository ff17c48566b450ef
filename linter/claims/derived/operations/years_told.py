"""A payment over years, told apart: 基数9000元,8%进账户,20年累计172800元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.model.calculation import Calculation
from linter.claims.calculations.change_words import any_of
from linter.claims.derived.operations.told import Told, is_wage, period
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_A_YEAR = Decimal(12)
_MOST_YEARS = 50
_LOW, _HIGH, _TEN = Decimal("0.4"), Decimal("2.5"), Decimal(10)
_YEARS = "年"
_ORDINAL = "第"


def years_told(told: Told) -> Iterator[Calculation]:
    """The last amount before the years that the words add up, for each month or year of them."""
    counts = [token for token in told.within(_led_of(told)) if _is_years(told, token)]
    if len(counts) != 1 or not _added().search(told.led) or _beyond().search(told.clause):
        return
    years = counts[0].value / _A_YEAR
    before = [token for token in told.money if token.span.end <= counts[0].span.start]
    for way in _ways(told, before[-1], years) if before else ():
        ratio = told.result.value / way.value if way.value else Decimal(0)
        if _LOW <= ratio <= _HIGH or ratio in (_TEN, 1 / _TEN):
            yield way


def _ways(told: Told, one: Quantity, years: Decimal) -> Iterator[Calculation]:
    if is_wage(told.reading, one):
        rates = [token for token in told.figures if token.unit is Unit.PERCENT and token.span.start > one.span.start]
        if len(rates) == 1:
            yield Calculation("multiply", (one, rates[0], _A_YEAR, years))
    elif (each := period(told.reading, one)) in ("month", "year"):
        yield Calculation("multiply", (one, years) if each == "year" else (one, _A_YEAR, years))


def _led_of(told: Told) -> Span:
    return Span(told.result.span.start - len(told.led), told.result.span.start)


def _is_years(told: Told, token: Quantity) -> bool:
    years = token.value / _A_YEAR
    written = token.unit is Unit.MONTHS and token.span.cut(told.reading.text).endswith(_YEARS)
    ordinal = told.reading.text.startswith(_ORDINAL, token.span.start - 1)
    return written and not ordinal and not token.approximate and years == int(years) and 1 < years <= _MOST_YEARS


@worded
def _added() -> re.Pattern[str]:
    return re.compile(any_of("added"))


@worded
def _beyond() -> re.Pattern[str]:
    return re.compile(any_of("beyond"))

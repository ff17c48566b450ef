"""A payment over years, told apart: 基数9000元,8%进账户,20年累计172800元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_wage, paragraph, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_A_YEAR = Decimal(12)
_MOST_YEARS = 50
_LOW, _HIGH, _TEN = Decimal("0.4"), Decimal("2.5"), Decimal(10)
_YEARS = "年"
_PAYS, _DRAWS = re.compile("[交缴存]"), re.compile("[领拿]|(?:基础|账户)养老金")
# 这次住院一共花了23000元: a bill is nothing that is paid for years.
_BILL = re.compile("住院|看病|医药费|这次|此次|本次")
_REACH, _EACH_REACH = 24, 6
_ORDINAL = "第"


def years_told(told: Told) -> Iterator[Calculation]:
    """The last amount, for each month or year of the years told just before or behind it."""
    one = told.money[-1] if told.money else None
    if one is None or words("beyond").search(told.clause) or not words("added", "acts", "raise").search(told.led):
        return
    if _BILL.search(told.clause):
        return
    if not paragraph(told).contains(one.span) and not words("added").search(told.led):
        return  # another story begins
    own = [token for token in told.here if token in told.money and not is_wage(told.reading, token)]
    if len({token.value for token in own if period(told.reading, token) == period(told.reading, one)}) > 1:
        return  # 前一年27660元,后一年22128元,两年总共…: each year has its own
    years = _years(told, one)
    for way in _ways(told, one, years) if years is not None and not _is_paid_and_drawn(told, one) else ():
        ratio = told.result.value / way.value if way.value else Decimal(0)
        if _LOW <= ratio <= _HIGH or ratio in (_TEN, 1 / _TEN):
            yield way


def _ways(told: Told, one: Quantity, years: Decimal) -> Iterator[Calculation]:
    if is_wage(told.reading, one):
        rates = [token for token in told.figures if token.unit is Unit.PERCENT and token.span.start > one.span.start]
        if len(rates) == 1:
            yield Calculation("multiply", (one, rates[0], _A_YEAR, years))
    elif (each := _each(told, one)) in ("month", "year"):
        yield Calculation("multiply", (one, years) if each == "year" else (one, _A_YEAR, years))


def _years(told: Told, one: Quantity) -> Decimal | None:
    """The only years between the amount and the result; else the last told before the amount in its sentence."""
    behind = [token for token in told.within(Span(one.span.end, told.result.span.start)) if _is_years(told, token)]
    before = [token for token in told.here if token.span.end <= one.span.start and _is_years(told, token)]
    if behind:
        return behind[0].value / _A_YEAR if len(behind) == 1 else None
    return before[-1].value / _A_YEAR if before and _each(told, one) == "year" else None


def _each(told: Told, one: Quantity) -> str | None:
    """For how long the amount is; 每次 is once in each of the years told."""
    led = told.reading.text[max(0, one.span.start - _EACH_REACH) : one.span.start]
    return "year" if "每次" in led else period(told.reading, one)


def _is_paid_and_drawn(told: Told, one: Quantity) -> bool:
    """True for 交了15年,每年领7200元,一共交了3万元."""
    said = told.reading.text[max(0, one.span.start - _REACH) : told.result.span.start]
    return _PAYS.search(said) is not None and _DRAWS.search(said) is not None


def _is_years(told: Told, token: Quantity) -> bool:
    years = token.value / _A_YEAR
    written = token.unit is Unit.MONTHS and token.span.cut(told.reading.text).endswith(_YEARS)
    ordinal = told.reading.text.startswith(_ORDINAL, token.span.start - 1)
    return written and not ordinal and not token.approximate and years == int(years) and 1 < years <= _MOST_YEARS

"""Shares of a base that stands elsewhere: 平均工资7264元。…上限三倍即21792元; 个人0.4%。基数5500元,个人缴22元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.model.calculation import Calculation
from linter.claims.calculations.change_words import any_of
from linter.claims.derived.operations.told import Told, is_wage, payer
from linter.claims.context.frame import SEGMENT
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import worded

_RATES = frozenset({Unit.PERCENT, Unit.TIMES})
_NO_BASE = frozenset({"reimbursement", "out_of_pocket", "change", "gain", "share"})
_PAYERS = frozenset({"employer", "employee"})
_NAME = re.compile("[\u4e00-\u9fff]{2,6}$")
_OF_NAME = re.compile("(?P<name>[\u4e00-\u9fff]{2,6})的$")
_REACH = 12
_SHORTEST = 2
# Average wages and limits are rounded, each for itself.
_ROUNDED, _ROUNDING = Decimal(15), Decimal("0.005")
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")


def shares(told: Told) -> Iterator[Calculation]:
    """The rate before the result times what it is taken of."""
    rate = told.figures[-1] if told.figures else None
    if rate is not None and rate.unit in _RATES and not rate.approximate:
        named = _of_name(told, rate)
        if named is None and _comes_to().fullmatch(told.led) and told.sentence.span.contains(rate.span):
            aspect = told.reading.frame(rate.span).get("aspect")
            if aspect is None or aspect.value not in _NO_BASE:
                named = _only_base(told)
        yield from _plausible(told, named, rate)
    yield from _of_payer(told)
    yield from _of_noun(told)


def _plausible(told: Told, base: Quantity | None, rate: Quantity) -> Iterator[Calculation]:
    if base is None or told.result.per == "year":
        return
    way = Calculation("multiply", (base, rate))
    if is_wage(told.reading, base) and abs(way.value - told.result.value) < min(_ROUNDED, way.value * _ROUNDING):
        return
    if way.value and _LOW < told.result.value / way.value < _HIGH and told.result.value != base.value:
        yield way


def _only_base(told: Told) -> Quantity | None:
    """The only amount told so far that shares are taken of."""
    bases = [token for token in told.money if is_wage(told.reading, token) and token.value > told.result.value / 4]
    return bases[-1] if len({token.value for token in bases}) == 1 else None


def _of_name(told: Told, rate: Quantity) -> Quantity | None:
    """不超过原封顶线的20%: the only amount that stands right behind the same name."""
    found = _OF_NAME.search(_before(told.reading, rate))
    return None if found is None else _named(told, found["name"])


def _named(told: Told, name: str) -> Quantity | None:
    fitting = []
    for token in told.money:
        own = _NAME.search(_before(told.reading, token))
        if own is not None and _common_end(own.group(), name) >= _SHORTEST:
            fitting.append(token)
    return fitting[-1] if len({token.value for token in fitting}) == 1 else None


def _of_noun(told: Told) -> Iterator[Calculation]:
    """累计不超过原封顶线的20%。某市原封顶线40万,最多加8万: the share told before the amount it is taken of."""
    if len(told.figures) < len(("rate", "base")):
        return
    rate, base = told.figures[-2:]
    found = _OF_NAME.search(_before(told.reading, rate)) if rate.unit in _RATES else None
    limit = is_wage(told.reading, base)  # many a place still climbs to its limit
    if found is not None and base in told.money and not limit and _named(told, found["name"]) is base:
        yield from _plausible(told, base, rate)


def _of_payer(told: Told) -> Iterator[Calculation]:
    """单位0.6%、个人0.4%。基数5500元,单位缴33元,个人缴22元: each amount by its payer's rate, where another one is right."""
    mine = payer(told.reading, told.result, SEGMENT)
    base = _only_base(told) if mine in _PAYERS else None
    if base is None:
        return
    rates = [token for token in told.figures if token.unit is Unit.PERCENT]
    own = {token.value: token for token in rates if payer(told.reading, token, SEGMENT) == mine}
    if len(own) == 1 and _other_is_right(told, base, rates, mine):
        yield from _plausible(told, base, next(iter(own.values())))


def _other_is_right(told: Told, base: Quantity, rates: Sequence[Quantity], mine: str | None) -> bool:
    theirs = [token for token in rates if payer(told.reading, token, SEGMENT) not in (mine, None)]
    amounts = {token.value for token in told.money}
    return any(Calculation("multiply", (base, rate)).value in amounts for rate in theirs)


def _common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length


def _before(reading: Reading, token: Quantity) -> str:
    return reading.text[max(0, token.span.start - _REACH) : token.span.start]


@worded
def _comes_to() -> re.Pattern[str]:
    return re.compile(rf"[,:(]?(?:{any_of('comes_to', 'acts', 'a_month')}|,)*")

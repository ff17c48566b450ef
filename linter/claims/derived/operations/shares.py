"""Shares of a base that stands elsewhere: 平均工资7264元。…上限三倍即21792元; 个人0.4%。基数5500元,个人缴22元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.calculations.change_words import any_of
from linter.claims.context.frame import SEGMENT
from linter.claims.derived.operations.told import Told, is_comparable, is_wage, payer
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

RATES = frozenset({Unit.PERCENT, Unit.TIMES})
_NOT_OF_A_BASE = frozenset({"reimbursement", "out_of_pocket", "change", "gain", "share"})
_PAYERS = frozenset({"employer", "employee"})
_EACH = ("各", "各自", "分别")
_GAP, _NAME = 16, 2
# Average wages and limits are rounded, each for itself.
_ROUNDED, _ROUNDING = Decimal(15), Decimal("0.005")
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")
# 一年 of a rate of the month, and the other way round, are told elsewhere.
_LEAST_BASE = 4


def shares(told: Told) -> Iterator[Calculation]:
    """The rate before the result, times the amount before it or the only base of the text so far."""
    rate = told.figures[-1] if told.figures else None
    if rate is not None and rate.unit in RATES and not rate.approximate and told.sentence.span.contains(rate.span):
        if told.reading.text.endswith(_EACH, 0, rate.span.start):
            return  # 单位和个人各12%: of both
        base = _just_before(told, rate) or (_only_base(told) if _comes_to().fullmatch(told.led) else None)
        yield from plausible(told, base, rate)
    yield from _behind_its_rate(told)
    yield from _of_payer(told)


def _behind_its_rate(told: Told) -> Iterator[Calculation]:
    """转诊的按80%,合规费用1.2万元,报9600元: the only rate of the sentence, the amount behind it and what is paid."""
    rates = [token for token in told.here if token.unit is Unit.PERCENT]
    if len(rates) != 1 or told.here[-2:-1] != tuple(rates) or told.figures[-1] not in told.money:
        return
    rate, amount = told.here[-2:]
    between = told.reading.text[rate.span.end : amount.span.start]
    apart = words("added", "apart", "at_a_limit").search(between) or re.search("[。;、(+]", between)
    aspect = told.reading.frame(rate.span).get("aspect")
    paid = aspect is None or aspect.value != "change"
    if paid and not apart and _comes_to().fullmatch(told.led) and not _from_a_threshold(told, amount):
        yield from plausible(told, amount, rate)


def plausible(told: Told, base: Quantity | None, rate: Quantity | Decimal) -> Iterator[Calculation]:
    """The product, where the result may be meant to be it."""
    if base is None or told.result.per == "year" or _is_of_a_limit(told, base):
        return
    way = Calculation("multiply", (base, rate))
    off = abs(way.value - told.result.value)
    if is_wage(told.reading, base) and off < min(_ROUNDED, way.value * _ROUNDING):
        return
    if is_comparable(told.result.value, way.value, _LOW, _HIGH) and told.result.value != base.value:
        yield way


def _is_of_a_limit(told: Told, base: Quantity) -> bool:
    """月均3.2万,按封顶算,12%: the share is not of the amount told, but of a limit."""
    start = max(base.span.end, told.sentence.span.start)
    return words("at_a_limit").search(told.reading.text, start, max(start, told.result.span.start)) is not None


def _just_before(told: Told, rate: Quantity) -> Quantity | None:
    """剩下660元按60%报,能报396元: the amount that only a few words part from the rate."""
    if len(told.figures) < len(("amount", "rate")) or not _comes_to().fullmatch(told.led):
        return None
    amount = told.figures[-2]
    led = told.reading.text[amount.span.end : rate.span.start]
    # 月均3.2万,按封顶算,12%: of the limit.
    near = (
        len(led) <= _GAP
        and not words("added", "apart", "at_a_limit").search(led)
        and re.search("[。;、(]", led) is None
    )
    return amount if near and amount in told.money and not _from_a_threshold(told, amount) else None


def _from_a_threshold(told: Told, amount: Quantity) -> bool:
    """费用5400元,起付线800元…: a share of a bill is of what is above the threshold, unless just that is told."""
    reading, start = told.reading, told.sentence.span.start
    if "起付" not in reading.text[start : told.result.span.start]:
        return False
    return words("left_over").search(reading.text, max(start, amount.span.start - _GAP), amount.span.start) is None


def _only_base(told: Told) -> Quantity | None:
    """The only amount told so far, or else in the same paragraph, that shares are taken of."""
    rate = told.figures[-1]
    aspect = told.reading.frame(rate.span).get("aspect")
    if aspect is not None and aspect.value in _NOT_OF_A_BASE:
        return None
    return only_base(told)


def only_base(told: Told) -> Quantity | None:
    """The only wage or base told so far; where there is none, the only one of the paragraph."""
    block = told.reading.document.sections[told.sentence.section].blocks[told.sentence.block].span
    behind = told.reading.quantities_in(Span(told.result.span.end, max(told.result.span.end, block.end)))
    for figures in (told.money, behind):
        bases = [token for token in figures if _is_base(told, token)]
        if bases:
            fits = bases[-1].value * _LEAST_BASE > told.result.value
            return bases[-1] if len({token.value for token in bases}) == 1 and fits else None
    return None


def _is_base(told: Told, token: Quantity) -> bool:
    """True for a wage or a base that is not reckoned back from what is paid."""
    reading = told.reading
    led = reading.text[max(0, token.span.start - _GAP) : token.span.start]
    return is_wage(reading, token) and not token.is_range and words("therefore").search(led) is None


def _of_payer(told: Told) -> Iterator[Calculation]:
    """单位0.6%、个人0.4%。基数5500元,单位缴33元,个人缴22元: by the payer's rate, where another amount is right."""
    mine = payer(told.reading, told.result, SEGMENT)
    base = only_base(told) if mine in _PAYERS or mine is None else None
    if base is None:
        return
    rates = [token for token in told.figures if token.unit is Unit.PERCENT]
    own = {token.value: token for token in rates if payer(told.reading, token, SEGMENT) == mine}
    if mine is None:
        own = {token.value: token for token in rates if _is_named(told, token)}
    if len(own) == 1 and _other_is_right(told, base, rates, mine):
        yield from plausible(told, base, next(iter(own.values())))


def _is_named(told: Told, rate: Quantity) -> bool:
    """True where the clause of the result begins with the name that stands before the rate: 孩子30%…孩子每月1800元."""
    name = told.reading.text[max(0, rate.span.start - _NAME) : rate.span.start]
    return len(name) == _NAME and name.isalpha() and told.clause.startswith(name)


def _other_is_right(told: Told, base: Quantity, rates: Sequence[Quantity], mine: str | None) -> bool:
    if mine is None:
        theirs = [token for token in rates if not _is_named(told, token)]
    else:
        theirs = [token for token in rates if payer(told.reading, token, SEGMENT) not in (mine, None)]
    amounts = {token.value for token in told.money}
    return any(Calculation("multiply", (base, rate)).value in amounts for rate in theirs)


@worded
def _comes_to() -> re.Pattern[str]:
    return re.compile(rf"[,:(]?(?:{any_of('comes_to', 'acts', 'a_month', 'apart_by', 'handed', 'may')}|,)*+")

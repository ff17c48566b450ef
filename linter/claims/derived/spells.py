"""So much for each of so many, then so much for others: 前12个月每月2340,后12个月每月1872,两段加起来一共50544元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import is_exact, is_plain_sum, told_so_far
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import worded

_A_YEAR = Decimal(12)
_ONE = "一"
_FEWEST, _MOST = 2, 5
_COUNTED = frozenset({Unit.MONTHS, Unit.DAYS, Unit.COUNT})
_TIMES = frozenset({Unit.MONTHS, Unit.DAYS})
_EACH = {
    Unit.MONTHS: re.compile(r"(?:每个?月|一个?月|月均|按月|月)[^,;。0-9]{0,8}$|(?:都|均)?[按领拿发交缴]$"),
    Unit.DAYS: re.compile(r"(?:每[天日]|一[天日]|日)[^,;。0-9]{0,8}$"),
    Unit.COUNT: re.compile(r"(?:[每一]个?(?:人|口|位|名|孩子|老人)|人均|各)[^,;。0-9]{0,8}$"),
}
_EACH_YEAR = re.compile(r"(?:每年|一年|年)[^,;。0-9]{0,8}$")
_PER = {Unit.MONTHS: "month", Unit.DAYS: "day"}
_PEOPLE = re.compile("人|口|位|名|个(?:人|孩子|老人|大人|小孩|学生)?")
# 按1690元领8个月
_AMOUNT_FIRST = re.compile(r"(?:/月)?(?:的?标准)?(?:领|拿|发|交|缴|缴纳|领取)(?:了|够|满|过|足)?")
_TO_AMOUNT = re.compile(r"[^;。:()0-9]{0,12}")
_TO_NEXT = re.compile(r"(?:/月|/天|/人)?\s*(?:[,;、]|和|加上?|再加上?)[^;。:()]{0,16}")
# Stages whose months are not counted: 头一年, 第二年, 上半年; 7到12月.
_A_YEAR_LONG = re.compile("(?:第[一二三四五1-5]|头一?|首|[前后]一)年(?!前)")
_HALF = re.compile("[上下前后]半年")
_MONTH = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_MONTHS = re.compile(rf"(?<!年)(?P<first>{_MONTH})月?(?:份)?(?:到|至|[-~—–～])(?P<last>{_MONTH})月")
_OTHER = re.compile("另|其中|平均|人均|比|至少|最多|起付|封顶|扣|减|利息|分别|贵|便宜")
_NO_SUM = re.compile("剩|差|到手|少|多")


def spells(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum of at least two products of a count and an amount, which are all that stands before it."""
    if not is_plain_sum(reading, result) or result.per is not None:
        return None
    area = told_so_far(reading, sentence, result)
    figures = [*_without_periods(reading, reading.quantities_in(area))]
    if not figures or _OTHER.search(reading.text, area.start, area.end):
        return None
    led = reading.text[figures[-1].span.end : result.span.start]
    if not _added().fullmatch(led) or _NO_SUM.search(led):
        return None
    products = [*_products(reading, area.start, figures)]
    found = tuple(product for product in products if product is not None)
    return Calculation("add", found) if len(found) == len(products) and _FEWEST <= len(found) <= _MOST else None


def _without_periods(reading: Reading, figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures without 一个月 before an amount, 两段 or 一年 before the total, and what all is said to be."""
    for at, token in enumerate(figures):
        last = at == len(figures) - 1
        period = token.unit in _TIMES and at > 0 and token.span.cut(reading.text).startswith(_ONE)
        leads = (
            not last
            and period
            and figures[at + 1].span.start - token.span.end <= 4
            and figures[at - 1].unit in _COUNTED
        )
        counts_parts = last and (token.unit is Unit.COUNT or (token.unit is Unit.MONTHS and token.value % _A_YEAR == 0))
        in_all = at == 0 and len(figures) > 1 and token.unit in _COUNTED and figures[1].unit in _COUNTED
        if not (leads or counts_parts or in_all):
            yield token


def _products(reading: Reading, start: int, figures: Sequence[Quantity]) -> Iterator[Calculation | None]:
    """The products in their order; ``None`` for what is none."""
    at, end = 0, start
    while at < len(figures):
        one, following = figures[at], figures[at + 1 : at + 2]
        led = reading.text[end : one.span.start]
        if end > start and not _TO_NEXT.fullmatch(led):
            yield None
            return
        months = _spelt(led) if is_plain_sum(reading, one) else None
        if months is not None and (one.per == "month" or _EACH[Unit.MONTHS].search(led)):
            yield Calculation("multiply", (one, months))
            at, end = at + 1, one.span.end
            continue
        yield _product(reading, one, following[0]) if following else None
        at, end = at + 2, (following or [one])[0].span.end


def _spelt(led: str) -> Decimal | None:
    """How many months a stage has that the words name: 第二年, 上半年, 7到12月."""
    if found := _MONTHS.search(led):
        first, last = (_NUMERALS.get(found[end]) or int(found[end]) for end in ("first", "last"))
        months = last - first + 1
        return Decimal(months) if months > 0 else None
    if _A_YEAR_LONG.search(led):
        return _A_YEAR
    return _A_YEAR / 2 if _HALF.search(led) else None


def _product(reading: Reading, count: Quantity, one: Quantity) -> Calculation | None:
    """2340 for each of 12 months: the count first, of what the amount is for; or 按2340元领12个月."""
    if is_plain_sum(reading, count) and _AMOUNT_FIRST.fullmatch(reading.text, count.span.end, one.span.start):
        plain = one.unit is Unit.MONTHS and is_exact(one) and not one.approximate and count.per in (None, "month")
        return Calculation("multiply", (count, one)) if plain else None
    led = reading.text[count.span.end : one.span.start]
    plain = count.unit in _COUNTED and is_exact(count) and not count.approximate and count.value == int(count.value)
    if not plain or not is_plain_sum(reading, one) or not _TO_AMOUNT.fullmatch(led):
        return None
    if count.unit is Unit.COUNT:
        people = _PEOPLE.match((count.classifier or "") + led) is not None
        fits = people and (one.per_head or _EACH[Unit.COUNT].search(led) is not None)
    elif count.unit is Unit.MONTHS and (one.per == "year" or (one.per is None and _EACH_YEAR.search(led))):
        return Calculation("multiply", (one, count.value / _A_YEAR)) if count.value % _A_YEAR == 0 else None
    else:
        fits = one.per == _PER[count.unit] or (one.per is None and _EACH[count.unit].search(led) is not None)
    return Calculation("multiply", (one, count)) if fits else None


@worded
def _added() -> re.Pattern[str]:
    parts = "(?:[两二三四五俩](?:段|截|项|头|笔|批|部分|拨|个阶段)(?:钱)?)?"
    return re.compile(rf"(?:/月|/天)?\s*[,;。]?\s*{parts}[^,;。:()0-9]{{0,6}}?{any_of('added')}[^;。:()0-9]{{0,8}}")

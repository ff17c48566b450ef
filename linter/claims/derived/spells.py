"""So much for each of so many, then so much for others: 前12个月每月2340,后12个月每月1872,两段加起来一共50544元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.calculation import Calculation
from linter.claims.change_words import any_of
from linter.claims.derived.amounts import is_exact, is_plain_sum
from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_A_YEAR = Decimal(12)
_FEWEST, _MOST = 2, 5
_COUNTED = frozenset({Unit.MONTHS, Unit.DAYS, Unit.COUNT})
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
_TO_NEXT = re.compile(r"(?:/月|/天|/人)?\s*(?:[,;、]|和|加上?|再加上?)[^;。:()0-9]{0,12}")
_OTHER = re.compile("另|其中|平均|人均|剩|差|比|至少|最多|起付|封顶|扣|减|利息|到手|分别")


def spells(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum of at least two products of a count and an amount, which are all that stands before it."""
    if result.unit is not Unit.YUAN or result.approximate or result.per is not None:
        return None
    figures = [*_without_periods(reading, reading.quantities_in(Span(sentence.span.start, result.span.start)))]
    pairs = [*zip(figures[::2], figures[1::2], strict=False)]
    if len(figures) % 2 or not _FEWEST <= len(pairs) <= _MOST:
        return None
    led = Span(figures[-1].span.end, result.span.start).cut(reading.text)
    if not _added().fullmatch(led) or _OTHER.search(reading.text, sentence.span.start, result.span.start):
        return None
    gaps = zip(figures[1:-1:2], figures[2::2], strict=True)
    if not all(_TO_NEXT.fullmatch(reading.text, one.span.end, other.span.start) for one, other in gaps):
        return None
    products = [_product(reading, one, other) for one, other in pairs]
    found = tuple(product for product in products if product is not None)
    return Calculation("add", found) if len(found) == len(pairs) else None


def _without_periods(reading: Reading, figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures; not 一个月 right before an amount, nor 两段 right before the total."""
    for at, token in enumerate(figures):
        last = at == len(figures) - 1
        counts_parts = last and token.unit is Unit.COUNT
        period = token.unit in (Unit.MONTHS, Unit.DAYS) and token.value in (1, _A_YEAR) and not last
        behind = last and at > 0 and token.unit is Unit.MONTHS and token.value == _A_YEAR
        leads = period and figures[at + 1].span.start - token.span.end <= 4 and at > 0
        if not counts_parts and not behind and not (leads and figures[at - 1].unit in _COUNTED):
            yield token


def _product(reading: Reading, count: Quantity, one: Quantity) -> Calculation | None:
    """2340 for each of 12 months: the count first, of what the amount is for."""
    if is_plain_sum(reading, count) and _AMOUNT_FIRST.fullmatch(reading.text, count.span.end, one.span.start):
        plain = one.unit is Unit.MONTHS and is_exact(one) and not one.approximate and count.per in (None, "month")
        return Calculation("multiply", (count, one)) if plain else None
    plain = count.unit in _COUNTED and is_exact(count) and not count.approximate and count.value == int(count.value)
    if not plain or not is_plain_sum(reading, one) or not _TO_AMOUNT.fullmatch(reading.text, count.span.end, one.span.start):
        return None
    led = reading.text[count.span.end : one.span.start]
    if count.unit is Unit.COUNT:
        people = _PEOPLE.match((count.classifier or "") + led) is not None
        return Calculation("multiply", (one, count)) if people and (one.per_head or _EACH[Unit.COUNT].search(led)) else None
    if count.unit is Unit.MONTHS and (one.per == "year" or (one.per is None and _EACH_YEAR.search(led))):
        return Calculation("multiply", (one, count.value / _A_YEAR)) if count.value % _A_YEAR == 0 else None
    fits = one.per == _PER[count.unit] or (one.per is None and _EACH[count.unit].search(led))
    return Calculation("multiply", (one, count)) if fits else None


@worded
def _added() -> re.Pattern[str]:
    return re.compile(
        rf"(?:/月|/天)?\s*[,;]?\s*(?:[两二三四五俩](?:段|截|项|头|笔|批|部分|拨|个阶段)(?:钱)?)?[^,;。:()0-9]{{0,6}}?{any_of('added')}[^;。:()0-9]{{0,8}}"
    )

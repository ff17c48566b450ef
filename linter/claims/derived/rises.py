"""From one amount to another: 从2305元提高到2340元,每月多了35元, 涨幅1.5%."""

from __future__ import annotations

import re

from linter.claims.context.amounts import clause, is_amount
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_RISE = re.compile(
    r"(?:/月|每月|/年)?(?:统一|再|又|逐步|直接)?(?:提高|上调|涨|增加|调整|上涨|提|升|降|下调|减少?|下降|降低)(?:到|至|为)[^0-9,;。]{0,8}"
)
_RAISED_BY = re.compile(
    r"(?:/月|每月|/年|左右)?[,;(]\s*[^0-9,;。]{0,6}(?:多|涨|增加|提高|上调|上涨|增|降|少|减少|下调|下降|降低|涨幅为|差额)(?:了|缴|交|领|拿|出|扣)*(?:约)?"
)
_WENT = re.compile(
    "(?:多|涨|增加|增长|提高|上调|上涨|增|升|降|少|减少|下调|下降|降低|减|差额|[涨升增降]幅)(?:了|缴|交|领|拿|出|扣|掏|付)*"
)
# 涨幅是5.8% · 上调了5.8% · 同比增长5.8%
_RAISED_BY_SHARE = re.compile(
    r"(?:/月|每月|/年)?[,;(]\s*(?:比?同比|相当于|等于|也就是|即|整体|平均|一下子|大约|约|每月|标准)*"
    r"(?:[涨升增降]幅|上涨|增长|提高|上调|涨|增加|下降|降低|下调|减少)(?:了|约|为|是|达到?|有|在|:|大约)*"
)
# 4308元,比上年的4072元提高5.8%
_THAN = re.compile(
    r"(?:/月|每月)?[,;(]\s*(?:比|较)(?:上年|去年|前一年|上年度|上一年度?|调整前|原来|原先|此前|之前)[^0-9,;。]{0,6}"
)
_MORE_THAN = re.compile(
    r"(?:/月|每月)?的?(?:上涨|增长|提高|上调|涨|增加|下降|降低|下调|减少|多|少)(?:了|约|大约|领|缴|交|出|拿)*"
)
# 下限从4200元提高到4410元,每月多缴22.05元: what is paid rises by a share of what the base does.
_BASES = re.compile("基数|下限|上限|工资|封顶|保底")
_PAID = re.compile("缴|交|扣")


def rise(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """By how much, or by what share of the first, the second of the two amounts just before it differs."""
    figures = reading.quantities_in(Span(sentence.span.start, result.span.start))[-2:]
    if len(figures) < 2 or not all(is_amount(reading, token) and not token.approximate for token in figures):
        return None
    if result.unit not in (Unit.YUAN, Unit.PERCENT):
        return None
    pair = _from_to(reading, figures[0], figures[1], result)
    if pair is None or not pair[0].value or pair[0].value == pair[1].value:
        return None
    if of_a_base(reading, sentence, figures[0], result):
        return None
    led = reading.text[figures[1].span.end : result.span.start]
    if names_somebody_new(_WENT.sub("", led), reading.text[sentence.span.start : figures[1].span.end]):
        return None  # 起付线从800元降到500元,报销多了255元
    higher, lower = sorted(pair, key=lambda token: token.value, reverse=True)
    apart = Calculation("subtract", (higher, lower))
    if result.unit is Unit.PERCENT:
        return Calculation("multiply", (Calculation("divide", (apart, pair[0])), HUNDRED))
    return None if result.approximate or result.per_head != figures[1].per_head else apart


def of_a_base(reading: Reading, sentence: Sentence, first: Quantity, result: Quantity) -> bool:
    """True where what is paid differs because a base does: 下限从4200元提高到4410元,每月多缴22.05元."""
    said, led = clause(reading, sentence, first.span), reading.text[first.span.end : result.span.start]
    return _BASES.search(said) is not None and _PAID.search(led) is not None


def _from_to(reading: Reading, first: Quantity, second: Quantity, result: Quantity) -> tuple[Quantity, Quantity] | None:
    """The earlier and the later amount, where the words between the three figures say so."""
    between = reading.text[first.span.end : second.span.start]
    after = reading.text[second.span.end : result.span.start]
    share = result.unit is Unit.PERCENT
    if _RISE.fullmatch(between) and (_RAISED_BY_SHARE if share else _RAISED_BY).fullmatch(after):
        return first, second
    return (second, first) if _THAN.fullmatch(between) and _MORE_THAN.fullmatch(after) else None

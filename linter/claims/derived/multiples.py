"""The amount of one, a count, and what they make: 一个月1260元,交三个月就是3780元."""

from __future__ import annotations

import re

from linter.claims.context.amounts import amounts_in, before
from linter.claims.context.frame import SEGMENT
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# 交三个月就是3780元 · 3个人一共1200元: what may stand between the count and the sum.
_MAKES = re.compile(
    r"(?:一年|全年|每年|之家|人|孩子|老人|的话|的|下来|算下来|加起来|合计|总计|总共|一共|共计|累计|共|合|就|是|为|有|要|得|需|应|来|算|约|大约|可以?|能|领取?|拿|交|缴|扣|付|出|花|发|到"
    r"|补发?(?![缴交])|多(?=[领拿交缴发付出花])|少(?=[领拿交缴发付出花])"
    r"|费用|养老金|失业金|保险金|津贴|补贴|滞纳金|工资|总额|总数|=|:|,|\s)*"
)
_SUMS = re.compile("累计|是|为|共|合|=|总|下来|加起来|要|得|需")
# What a count may be of, and how the amount of one is worded.
_ONE = {
    Unit.MONTHS: re.compile(r"(?:每个?|一个?|单|月)月?[^,;。0-9]{0,12}$"),
    Unit.DAYS: re.compile(r"(?:每|一)(?:天|日)[^,;。0-9]{0,8}$|日(?:津贴|工资|标准|均)[^,;。0-9]{0,4}$"),
    Unit.COUNT: re.compile(r"(?:[每一]个?(?:人|孩子|老人)|人均|一口人)[^,;。0-9]{0,10}$"),
}
_PER = {Unit.MONTHS: "month", Unit.DAYS: "day"}
_PEOPLE = re.compile("人|口|个(?:人|孩子|老人)")
_OTHER_MONEY = re.compile(
    "另|(?<!的)补贴|(?<!的)滞纳|利息|不含|除了|以外|优惠|减免|累计(?![可能共]?以?[领拿发]|[多少][领拿交缴发付]|补)|至少|最多|左右|起(?!来)|打折|扣除|减去"
)
# 一共补210元(含高龄补贴): what is told behind the sum may be part of it.
_WITH_MORE = re.compile(r"\s*[,(](?:其中|这)?(?:包?含|包括|连同|加上)")
_MOST_MONTHS = 60


def multiple(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The amount of one before the count, times the count."""
    if result.unit is not Unit.YUAN or result.per is not None:
        return None
    back = reversed(reading.quantities_in(Span(sentence.span.start, result.span.start)))
    count = next((token for token in back if _is_count(reading, token)), None)
    if count is None:
        return None
    between = reading.text[count.span.end : result.span.start]
    if not _MAKES.fullmatch(between) or not _SUMS.search(between) or _OTHER_MONEY.search(between):
        return None
    if _WITH_MORE.match(reading.text, result.span.end, sentence.span.end):
        return None
    if any(token.unit is count.unit for token in _since_last_amount(reading, sentence, count)):
        return None  # 休98天,加上奖励假60天
    one = _one(reading, Span(before(reading, sentence, result).start, count.span.start), count, result)
    return None if one is None else Calculation("multiply", (one, count))


def _since_last_amount(reading: Reading, sentence: Sentence, count: Quantity) -> tuple[Quantity, ...]:
    """The figures between the last amount before a count and the count."""
    money = amounts_in(reading, Span(sentence.span.start, count.span.start))
    start = money[-1].span.end if money else count.span.start
    return tuple(token for token in reading.quantities_in(Span(start, count.span.start)) if token.value > 1)


def _one(reading: Reading, area: Span, count: Quantity, result: Quantity) -> Quantity | None:
    """The amount of one that stands last before the count, where nothing else is paid."""
    money = amounts_in(reading, area)
    ones = [token for token in money if _is_one(reading, token, count.unit)]
    if not ones or money[-1] is not ones[-1] or _OTHER_MONEY.search(reading.text, ones[-1].span.end, area.end):
        return None
    if any(one.value * count.value == result.value for one in money if one is not ones[-1]):
        return None
    same = [one for one in ones if one.value == ones[-1].value]
    # 养老560元、医疗140元,交3个月: the last of several amounts a month is not all that is paid.
    return ones[-1] if len(same) == len(ones) or _is_sum_of_ones(reading, ones[-1]) else None


def _is_count(reading: Reading, token: Quantity) -> bool:
    if token.unit not in _ONE or token.is_range or token.bound is not None or token.value != int(token.value):
        return False
    written = token.span.cut(reading.text)
    if token.unit is Unit.MONTHS:
        return "月" in written and "年" not in written and 1 < token.value <= _MOST_MONTHS
    counted = (token.classifier or "") + reading.text[token.span.end : token.span.end + 2]
    return token.value > 1 and (token.unit is Unit.DAYS or _PEOPLE.match(counted) is not None)


def _is_one(reading: Reading, token: Quantity, unit: Unit) -> bool:
    if token.per is not None and unit in _PER:
        return token.per == _PER[unit]
    if unit is Unit.COUNT and token.per_head:
        return True
    return _ONE[unit].search(reading.text[max(0, token.span.start - 16) : token.span.start]) is not None


def _is_sum_of_ones(reading: Reading, token: Quantity) -> bool:
    slot = reading.frame(token.span).get("aggregate")
    return (slot is not None and slot.level == SEGMENT) or "一个月" in reading.text[
        max(0, token.span.start - 6) : token.span.start
    ]

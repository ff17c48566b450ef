"""A payment of each month or year over years: 每月存560元,30年累计201600元; 每年交1000元,交15年一共15000元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.amounts import amounts_in, is_amount
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_A_YEAR = Decimal(12)
_MOST_YEARS = 50
_EACH = {
    "month": re.compile(r"(?:每个?月|一个月|月)[^,;。:0-9年]{0,8}$"),
    "year": re.compile(r"(?:每年|一年|年)(?:要|都|只|就)?(?:交|缴|缴纳|存|存入|缴费|领|拿|花)?(?:费)?$"),
}
_TO_COUNT = re.compile(
    r"(?:/月|/年|每月|每年)?(?:,|、|;)?\s*(?:连续|一共|总共|累计|如果|若|按|那么|要)?(?:交|缴|缴费|缴纳|存|存入|领|领取|拿|交满|缴满)?(?:满|够|了)?\s*"
)
_MAKES = re.compile(
    r"(?:的话|之后|后|下来|算下来|累计|总共|一共|共计|共|合计|总计|加起来|就是|大?约|能|要|可|需|交|缴|缴纳|缴费|存|存入|存了|领|拿|花|的|个人|本金|费用|,|=|:|为|是|有|\s)*"
)
_EACH_TIME = re.compile(
    r"(?:的?社?保费?|居民医保|参保|期间|的话|里|下来)?[,;](?:每年|每次|一年|年年)(?:都|按|可|能|再|加|增加|提高|涨|存|交|缴|领|拿|补)*"
)
_THEN_ALL = re.compile(
    r"(?:/年|/次)?(?:加|增加|提高|计算|计|算|来)?[,;][^,;。0-9]{0,12}(?:累计|一共|总共|共计|合计|总计|加起来|共)[^,;。0-9]{0,8}"
)
_OTHER_MONEY = re.compile("另|还|补贴|补助|利息|不含|除了|加上|连同|起付|封顶.{0,3}为|至少|最多|其中")
_PAYS, _DRAWS = re.compile("[交缴存]"), re.compile("[领拿]")
_ACT_REACH = 6
_SUMS = re.compile("是|累计|总共|一共|共|合计|总计|加起来|就是|下来")


def over_years(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The payment just before the years, times the years (and twelve), where nothing but words stands between."""
    earlier = reading.quantities_in(Span(sentence.span.start, result.span.start))[-2:]
    if result.unit is not Unit.YUAN or result.per is not None or len(earlier) != 2:
        return None
    one, count = earlier
    then = reading.text[count.span.end : result.span.start]
    if not is_amount(reading, one) or one.approximate or not _is_years(reading, count):
        return None
    if not _TO_COUNT.fullmatch(reading.text, one.span.end, count.span.start) or not _MAKES.fullmatch(then):
        return None
    if len(amounts_in(reading, Span(sentence.span.start, count.span.start))) * _A_YEAR == count.value:
        return None  # 去年380元,今年400元,两年一共780元: each year has its own
    each = _each(reading, sentence, one)
    others = [token for token in amounts_in(reading, Span(sentence.span.start, one.span.start)) if token.per == one.per]
    if others or each is None or not _SUMS.search(then):
        return None
    years = count.value / _A_YEAR
    return Calculation("multiply", (one, years) if each == "year" else (one, _A_YEAR, years))


def over_years_told_first(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """连续交了4年,每年加1200元,累计提高4800元: the years, then the amount of each and nothing but their sum."""
    earlier = reading.quantities_in(Span(sentence.span.start, result.span.start))[-2:]
    if result.unit is not Unit.YUAN or result.per is not None or len(earlier) != 2:
        return None
    count, one = earlier
    led, then = reading.text[count.span.end : one.span.start], reading.text[one.span.end : result.span.start]
    if not is_amount(reading, one) or one.approximate or not _is_years(reading, count):
        return None
    if not _EACH_TIME.fullmatch(led) or not _THEN_ALL.fullmatch(then) or _OTHER_MONEY.search(then):
        return None
    acts = reading.text[max(sentence.span.start, count.span.start - _ACT_REACH) : count.span.start], led, then
    if any(_PAYS.search(act) for act in acts) and any(_DRAWS.search(act) for act in acts):
        return None  # 交了15年,每年领7200元,一共交了3万元
    return Calculation("multiply", (one, count.value / _A_YEAR))


def _is_years(reading: Reading, token: Quantity) -> bool:
    exact = token.unit is Unit.MONTHS and not token.is_range and token.bound is None and not token.approximate
    years = token.value / _A_YEAR
    return exact and "年" in token.span.cut(reading.text) and years == int(years) and 1 < years <= _MOST_YEARS


def _each(reading: Reading, sentence: Sentence, one: Quantity) -> str | None:
    if one.per in _EACH:
        return one.per
    said = reading.text[sentence.span.start : one.span.start]
    return next((each for each, words in _EACH.items() if words.search(said)), None)

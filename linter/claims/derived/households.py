"""What a family of so many pays, of an amount a head: 每人400元,3至5口之家合计1200至2000元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.amounts import amounts_in, block_of
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_EACH = re.compile("(?:[每一]个?人|人均|每位)[^,;。0-9]{0,10}$")
_EACH_REACH = 16
_MOST_AMOUNTS = 40
_MONTH = "月"
_PEOPLE = re.compile("口|人|个人")
_FAMILY = re.compile(
    "(?:人|口|个人|之家|的?家庭|的?一家|家|每户|户均|全家|一户|一年|每年|全年|需要|需|要|得|就|准备|缴纳|缴费|缴|交|花|总共|一共|合计|共计|共|大?约|在|为|是|:|,|\\s)*"
)
_OF_A_FAMILY = re.compile("家|户|合计|一共|总共|共计")
_OTHER_MONEY = re.compile("补贴|补助|减免|资助|另|优惠|加上|不含|其中")


def household(reading: Reading, sentence: Sentence, result: Quantity) -> tuple[Calculation, Calculation] | None:
    """The amount a head times both ends of the range of heads before the result."""
    back = reversed(reading.quantities_in(Span(sentence.span.start, result.span.start)))
    heads = next((token for token in back if token.unit is Unit.COUNT), None)
    if heads is None or not _counts_people(heads):
        return None
    led = reading.text[heads.span.end : result.span.start]
    if not _FAMILY.fullmatch(led) or not _OF_A_FAMILY.search(led) or _MONTH in led:
        return None
    one = _only_one(reading, Span(block_of(reading, sentence).start, heads.span.start))
    if one is None or _OTHER_MONEY.search(reading.text, one.span.end, result.span.start):
        return None
    fewest, most = sorted(heads.values)
    return Calculation("multiply", (one, fewest)), Calculation("multiply", (one, most))


def _counts_people(token: Quantity) -> bool:
    whole = all(value == int(value) and value > Decimal(1) for value in token.values)
    plain = token.unit is Unit.COUNT and token.is_range and token.bound is None and whole
    return plain and _PEOPLE.match(token.classifier or "") is not None


def _only_one(reading: Reading, area: Span) -> Quantity | None:
    """The only amount a head of a stretch, and the last amount of it."""
    money = amounts_in(reading, area)[-_MOST_AMOUNTS:]
    ones = [token for token in money if token.per_head or _EACH.search(_before(reading, area, token))]
    if any(token.per == "month" or _MONTH in _before(reading, area, token) for token in ones):
        return None  # 每人每月400元, and the family's year
    if not ones or len({token.value for token in ones}) != 1 or money[-1] is not ones[-1] or ones[-1].approximate:
        return None
    return ones[-1]


def _before(reading: Reading, area: Span, token: Quantity) -> str:
    return reading.text[max(area.start, token.span.start - _EACH_REACH) : token.span.start]

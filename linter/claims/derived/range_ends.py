"""Ranges that follow from others: 3至5口之家,每人400元,合计1200至2000元; 二倍以上五倍以下,按3万元算是6万至15万元."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from linter.claims.context.amounts import amounts_in, block_of, is_amount
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_Ends = tuple[Calculation, Calculation]
_Way = Callable[[Reading, Sentence, Quantity], _Ends | None]
_EACH = re.compile("(?:[每一]个?人|人均|每位)[^,;。0-9]{0,10}$")
_EACH_REACH = 16
_MOST_AMOUNTS = 40
_MONTH = "月"
_PEOPLE = re.compile("口|人|个人")
_FAMILY = re.compile(
    "(?:人|口|个人|之家|的?家庭|的?一家|家|每户|户均|全家|一户|一年|每年|全年|需|要|得|就|准备|缴纳|缴费|缴|交|花|总共|一共|合计|共计|共|大?约|在|为|是|:|,|\\s)*"
)
_OF_A_FAMILY = re.compile("家|户|合计|一共|总共|共计")
_OTHER_MONEY = re.compile("补贴|补助|减免|资助|另|优惠|加上|不含|其中")
_TAKEN_AS = re.compile("(?:拿|按照?|以|照|就)[^,;。0-9]{0,10}$")
_TAKEN_REACH = 12
_MAKES = re.compile("(?:来|去)?(?:计算|测算|算|计|为例)[,:]?(?:[^,;。0-9]{0,8}(?:是|为|在|约|合|要|:)+)?")
_MOST_FIGURES = 60
_AND = re.compile("(?:以上|,|、|至|到)*")
_SHARES = frozenset({Unit.TIMES, Unit.PERCENT})


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The end of each such range that is further from what it must be."""
    explained = figures_explained(reading)
    for sentence in reading.sentences:
        for result in reading.quantities_in(sentence.span):
            may_follow = result.unit is Unit.YUAN and result.is_range and result.bound is None
            if may_follow and result.span.start not in explained and not is_question(reading, sentence):
                ends = next(
                    (found for way in (_household, _times_between) if (found := way(reading, sentence, result))), None
                )
                if ends is not None:
                    scope = reading.scope(result.span, sentence)
                    yield DerivedClaim(result.span, sentence.span, scope, *_further_off(result, ends))


def _further_off(result: Quantity, ends: _Ends) -> tuple[Quantity, Calculation]:
    """The written end and the calculated one that are further apart."""
    pairs = zip(sorted(result.values), ends, strict=True)
    written, right = max(pairs, key=lambda pair: abs(pair[0] - pair[1].value))
    return replace(result, values=(written,)), right


def _household(reading: Reading, sentence: Sentence, result: Quantity) -> _Ends | None:
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


def _times_between(reading: Reading, sentence: Sentence, result: Quantity) -> _Ends | None:
    """The amount right before the result times both ends of the only range of multiples of the paragraph."""
    earlier = reading.quantities_in(Span(block_of(reading, sentence).start, result.span.start))
    if not 2 < len(earlier) < _MOST_FIGURES or not is_amount(reading, earlier[-1]) or earlier[-1].approximate:
        return None
    amount = earlier[-1]
    led = reading.text[max(sentence.span.start, amount.span.start - _TAKEN_REACH) : amount.span.start]
    if not _TAKEN_AS.search(led) or not _MAKES.fullmatch(reading.text, amount.span.end, result.span.start):
        return None
    ends = _only_range(reading, earlier[:-1])
    return None if ends is None else (_times(amount, ends[0]), _times(amount, ends[1]))


def _times(amount: Quantity, share: Quantity) -> Calculation:
    return Calculation("multiply", (amount, share))


def _only_range(reading: Reading, earlier: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The low and the high multiple, where the paragraph has no other; 二倍以上五倍以下 are two figures."""
    shares = [token for token in earlier if token.unit in _SHARES]
    if len(shares) != 2 or shares[0] is not earlier[-2] or shares[0].unit is not shares[1].unit:
        return None
    low, high = shares
    between = reading.text[low.span.end : high.span.start]
    fits = (low.bound, high.bound) == ("min", "max") and not low.is_range and not high.is_range
    return (low, high) if fits and low.value < high.value and _AND.fullmatch(between) else None

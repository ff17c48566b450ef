"""A sum shared out: 三个人一共1260元,人均420元; 全年480元,平均每月40元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.amounts import is_amount
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEAD = r"(?:/年)?[,;(]\s*(?:大约|约|也就|也就是|其实|相当于|等于|算下来|这样|那么)*"
_SHARED = r"(?:平均|平摊|摊|折合|折算|折|分摊|均摊|算)(?:下来|到|成|给|为|在)*"
_ENDS = r"(?:只要|只|也就|才|就|要|是|为|缴|交|领|拿|花|出|付|约|大约|合|有|得|费用|成本|:)*"
_OF = {
    "people": re.compile(rf"{_LEAD}(?:人均|{_SHARED}(?:每个?人|每人头上|人均)){_ENDS}"),
    "months": re.compile(rf"{_LEAD}(?:月均|{_SHARED}(?:每个?月|一个月)){_ENDS}"),
    "days": re.compile(rf"{_LEAD}(?:日均|{_SHARED}(?:每[天日]|一[天日])){_ENDS}"),
}
_YEAR = re.compile(r"(?:全年|一年|每年|年缴费?|一整年|每人每年)[^,;。0-9]{0,10}$")
_TOTAL = re.compile(r"(?:一共|总共|共计|合计|总计|共)[^,;。0-9]{0,6}$")
_IN_A_YEAR = {"months": (Decimal(12),), "days": (Decimal(365), Decimal(360), Decimal(366))}
_PEOPLE = re.compile("人|口")


def average(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum just before, divided by the count of the sentence or by the months or days of a year."""
    earlier = reading.quantities_in(Span(sentence.span.start, result.span.start))
    if result.unit is not Unit.YUAN or not earlier or not is_amount(reading, earlier[-1]) or earlier[-1].approximate:
        return None
    total = earlier[-1]
    between = reading.text[total.span.end : result.span.start]
    shared = next((kind for kind, words in _OF.items() if words.fullmatch(between)), None)
    said = reading.text[max(sentence.span.start, total.span.start - 16) : total.span.start]
    if shared is None:
        return None
    if shared in _IN_A_YEAR and (_YEAR.search(said) or total.per == "year"):
        return _nearest(total, _IN_A_YEAR[shared], result)
    others = [token for token in earlier[:-1] if token.value != 1]  # 一家三口: one family is no count of people
    counts = [token for token in others if _counts(reading, token, shared)]
    if len(counts) != 1 or len(others) != 1 or not counts[0].value or not _TOTAL.search(said):
        return None
    return Calculation("divide", (total, counts[0]))


def _nearest(total: Quantity, counts: tuple[Decimal, ...], result: Quantity) -> Calculation:
    ways = [Calculation("divide", (total, count)) for count in counts]
    return min(ways, key=lambda way: abs(way.value - result.value))


def _counts(reading: Reading, token: Quantity, shared: str) -> bool:
    if token.is_range or token.bound is not None or token.approximate or token.value <= 1:
        return False
    if shared == "people":
        after = reading.text[token.span.end : token.span.end + 1]
        return token.unit is Unit.COUNT and _PEOPLE.search((token.classifier or "") + after) is not None
    return token.unit is (Unit.MONTHS if shared == "months" else Unit.DAYS)

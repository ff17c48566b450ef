"""The years between two ages: 今年52岁,缴到62岁,还要缴10年; 65岁退休比63岁多缴2年."""

from __future__ import annotations

import re
from itertools import combinations

from linter.claims.context.amounts import before, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_PAIR = 2
_ACT = "(?:缴费|缴纳|缴|交|干|工作|上班|等|熬|退休|退|领|拿|存)"
_MORE = (
    "(?:一共|总共|正好|刚好|共)(?:要|得)?|还要再?|还得再?|还需要?再?|还差|还有|还剩|还能|尚需|尚差"
    "|再|多|少|早|晚|提前|推迟|延后|延迟|相差|差|间隔|中间隔"
)
_APART = re.compile(f"(?:{_MORE}){_ACT}?(?:了|整整|着|足足|约|上)?$")
_OTHER = re.compile("每|最多|最长|至少|不超过|不足|未满|平均|已|如果|假如|若是|或|万一")


def ages_apart(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The difference of the only two ages of the sentence, or of the paragraph, told before it."""
    if result.unit is not Unit.MONTHS or not is_exact(result) or result.approximate:
        return None
    area = before(reading, sentence, result)
    ages = _ages(reading, Span(sentence.span.start, result.span.start))
    if len(ages) < _PAIR:
        ages = _ages(reading, area)
    values = {token.value for token in ages}
    led = (
        reading.text[max(sentence.span.start, *(token.span.end for token in ages)) : result.span.start] if ages else ""
    )
    if len(values) != _PAIR or not _APART.search(led) or _OTHER.search(led):
        return None
    if reading.quantities_in(Span(ages[-1].span.end, result.span.start)):
        return None  # 缴到60岁,中间断了3年
    times = [token.value for token in reading.quantities_in(area) if token.unit is Unit.MONTHS]
    if result.value in times or any(abs(one - other) == result.value for one, other in combinations(times, 2)):
        return None
    lower, higher = sorted(ages[-_PAIR:], key=lambda token: token.value)
    plain = lower.value != higher.value and is_exact(lower) and is_exact(higher)
    return Calculation("subtract", (higher, lower)) if plain else None


def _ages(reading: Reading, span: Span) -> list[Quantity]:
    return [token for token in reading.quantities_in(span) if token.unit is Unit.AGE]

"""Years and months added up or still missing: 缴了12年6个月,要满15年,还差2年6个月."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.context.amounts import before, clause, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TIMES = frozenset({Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS})
_WHOLE = re.compile("最低|最少|至少|满|够|要求|规定|须|需要|应缴|年限(?:是|为|要)|得缴")
_DONE = re.compile("已|才(?![满够到能])|只|缴了|交了|缴过|缴费(?!年限)|缴满|累计|干了|攒|存了|实际|目前|现在")
_MISSING = re.compile(
    r"(?:还差|还缺|尚差|尚缺|差|缺|还要再?[缴交]|还得再?[缴交]|还需再?[缴交]?)(?:了|缴|交|约|大约|整整|着)*$"
)
_ADDED = re.compile(
    r"(?:合计|加起来|加在一起|合起来|合并|总共|一共|共计|总计|相加|累计|共)(?:是|为|有|就是|缴费|缴了|缴|年限|时间|下来|刚好|正好|休|可休|可以休|可|能|就|,|:)*$"
)
_NOT_ADDED = re.compile("其中|包括|含|扣除|减去|重复|重叠|折算|同时|期间|满|最低|至少|以内|之内|标准|以上")
_MOST_PARTS = 5


def missing_time(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """What the years demanded leave when those paid are taken away; of the only two durations told before it."""
    if not _is_time(result) or not _MISSING.search(clause(reading, sentence, result.span)):
        return None
    earlier = _times(reading, before(reading, sentence, result), result.unit)
    # 缴了11年8个月,还差3年4个月才满15年: what is demanded may be told last.
    earlier += _times(reading, Span(result.span.end, sentence.span.end), result.unit)[:1]
    if any(abs(one.value - other.value) == result.value for one, other in combinations(earlier, 2)):
        return None
    if len(earlier) != len(("done", "whole")):
        return None
    done, whole = sorted(earlier, key=lambda token: token.value)
    demanded, paid = clause(reading, sentence, whole.span), clause(reading, sentence, done.span)
    named = _WHOLE.search(demanded) and _DONE.search(paid)
    swapped = _DONE.search(demanded) and not _WHOLE.search(demanded)
    return Calculation("subtract", (whole, done)) if named and not swapped and whole.value > done.value else None


def added_time(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum of all durations before it in the sentence, where the text says that it adds them."""
    start = sentence.span.start
    if not _is_time(result) or not _ADDED.search(reading.text[max(start, result.span.start - 14) : result.span.start]):
        return None
    earlier = _times(reading, Span(start, result.span.start), result.unit)
    told = reading.quantities_in(Span(sentence.span.start, result.span.start))
    # 两段合计: how many they are is no part.
    everything = [token for token in told if token.unit is not Unit.COUNT or token.value != len(earlier)]
    if not 2 <= len(earlier) <= _MOST_PARTS or len(earlier) != len(everything):
        return None
    if _NOT_ADDED.search(reading.text, start, result.span.start) or _is_some(earlier, result):
        return None
    return Calculation("add", tuple(earlier))


def _is_time(token: Quantity) -> bool:
    return token.unit in _TIMES and is_exact(token) and not token.approximate


def _times(reading: Reading, span: Span, unit: Unit) -> list[Quantity]:
    return [token for token in reading.quantities_in(span) if token.unit is unit and not token.is_range]


def _is_some(parts: Sequence[Quantity], total: Quantity) -> bool:
    """True when some of the parts, but not all, already make the total."""
    sizes = range(1, len(parts))
    return any(
        sum((part.value for part in some), Decimal(0)) == total.value
        for size in sizes
        for some in combinations(parts, size)
    )

"""A pension as the sum of its parts, each worked out before it: 基础养老金…1280元, 个人账户养老金…564.71元, 合起来…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import amounts_in, under_heading
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_PARTS = re.compile(
    "(?P<basic>基础养老金)|(?P<account>(?:个人)?账户养老金|个人账户(?=[:=]))|(?P<transition>过渡性?养老金)"
)
_ADDED = re.compile("合起来|加起来|加在一起|合在一起|相加|合计|总计|一共|总共|共计|[两三二]项|总额|养老金总")
_ALSO = re.compile("涨|调整|后来|如今|上调|加上|再加|另外|扣")
_MOST_AMOUNTS = 16
_NEXT_YUAN = Decimal(1)


def pension_sum(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The last amounts told of each part under the heading, where what is written is a slip of their sum."""
    if result.unit is not Unit.YUAN or not _ADDED.search(reading.text, sentence.span.start, result.span.start):
        return None
    more = _ALSO.search(reading.text, sentence.span.start, result.span.start)
    if more is not None or len(amounts_in(reading, sentence.span)) != 1:
        return None
    area = under_heading(reading, sentence, sentence.span.start)
    parts = list(_parts(reading, area))
    if len(parts) < 2 or _explained(amounts_in(reading, area), result):
        return None
    sums = Calculation("add", tuple(parts))
    slip = transposed(result.value, sums.value) or one_digit_off(result.value, sums.value)
    return sums if slip else None


def _parts(reading: Reading, area: Span) -> Iterator[Quantity]:
    """The amount each part comes to: the last one after its name, before the next part's."""
    names = list(_PARTS.finditer(reading.text, area.start, area.end))
    ends = [*(name.start() for name in names[1:]), area.end]
    told: dict[str, Quantity] = {}
    for name, end in zip(names, ends, strict=False):
        amounts = amounts_in(reading, Span(name.end(), end))
        if amounts:
            told[str(name.lastgroup)] = amounts[-1]
    yield from told.values()


def _explained(money: list[Quantity], result: Quantity) -> bool:
    """True when two or three amounts before it make what is written."""
    recent = [token.value for token in money[-_MOST_AMOUNTS:]]
    sums = (sum(some, Decimal(0)) for size in (1, 2, 3) for some in combinations(recent, size))
    return any(abs(each - result.value) <= _NEXT_YUAN for each in sums)

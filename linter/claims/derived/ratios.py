"""How many times one named amount is another: 下限4200元,上限21000元,上限正好是下限的5倍."""

from __future__ import annotations

import re

from linter.claims.context.amounts import block_of, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TOLD = re.compile(
    "(?:^|[,;。:(那])(?:也就是说|可见|这样|算下来|其中|,)*(?P<one>[一-鿿]{2,6}?)(?:[缴交出掏拿付领扛担][的了]?(?:钱|费)?)?(?:正好|刚好|恰好|大约|差不多|几乎|约)?"
    "(?:是|为|等于|相当于)(?P<other>[一-鿿]{2,6}?)的(?:整整|正好|大约|约|近)?$"
)
_REACH = 24
# What may stand between a name and its amount: 上限是21000元, 个人每月交640元.
_STANDS = "(?:缴费|基数|标准|部分|每个?月|每年|一年|要|应|只|缴纳|缴|交|出|拿|领|大?约|定|为|是|:|\\s)*$"
_NAME_REACH = 16
_MOST_FIGURES = 60
_MONEY = frozenset({Unit.YUAN, Unit.NONE, Unit.PERCENT, Unit.POINTS})


def ratio(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The quotient of two amounts of the paragraph, each the only one that stands behind its name."""
    if result.unit is not Unit.TIMES or result.is_range or result.bound is not None:
        return None
    told = _TOLD.search(reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start])
    if told is None or told["one"] == told["other"]:
        return None
    area = Span(block_of(reading, sentence).start, result.span.start)
    one, other = (_named(reading, area, told[name]) for name in ("one", "other"))
    if one is None or other is None or one.per != other.per or not other.value or one.unit is not other.unit:
        return None
    last = max(one.span.end, other.span.end)
    if any("scheme" in term.facets for term in reading.terms_in(Span(last, result.span.start))):
        return None  # 养老单位交1280元,个人交640元。医保方面,单位是个人的4倍
    return Calculation("divide", (one, other))


def _named(reading: Reading, area: Span, name: str) -> Quantity | None:
    """The only amount behind a name; ``None`` where there are several, or none that is exact."""
    behind = re.compile(re.escape(name) + _STANDS)
    figures = reading.quantities_in(area)
    if len(figures) > _MOST_FIGURES:
        return None
    found = [
        token
        for token in figures
        if token.unit in _MONEY
        and behind.search(reading.text[max(area.start, token.span.start - _NAME_REACH) : token.span.start])
    ]
    exact = len({token.values for token in found}) == 1 and is_exact(found[0]) and not found[0].approximate
    return found[0] if exact else None

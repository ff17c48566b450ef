"""Counts of one kind that grew: 原有5种,新增3种,一共8种."""

from __future__ import annotations

import re

from linter.claims.context.amounts import clause
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_HAD = re.compile("(?:原(?:来|有|先|本|定)?|已有|现有|此前|之前|以前|去年|早先|先前|老)[^,;。0-9]{0,8}$")
_NEW = re.compile(
    "(?:新增|新加|新添|新纳入|增加|增添|增补|扩充|又(?:添|加|增|纳入)|再(?:添|加|增|纳入)|添|另加|多了?|补充)(?:加|纳入|了|进|上|入|到)*$"
)
_TOTAL = re.compile(
    "(?:前后|合计|合起来|加起来|加在一起|总共|一共|共计|总计|总数|共|扩(?:大|展|充|围)?(?:到|至|为)|增(?:加)?(?:到|至|为)|达到?)(?:了|有|是|为|就|达|到|,|:)*$"
)
_NOT_ADDED = re.compile("其中|取消|减少|合并|调出|剔除|删|重复|整合|分别|每")


def counts_added(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """What there was and what came to it, the only two counts of that kind before the total in its sentence."""
    if not is_count(result) or not _TOTAL.search(clause(reading, sentence, result.span)):
        return None
    earlier = [
        token
        for token in reading.quantities_in(Span(sentence.span.start, result.span.start))
        if token.unit is Unit.COUNT and token.classifier == result.classifier
    ]
    if len(earlier) != len(("had", "new")) or not all(map(is_count, earlier)):
        return None
    had, new = earlier
    led = [clause(reading, sentence, token.span) for token in earlier]
    added = _HAD.search(led[0]) and _NEW.search(led[1])
    if not added or _NOT_ADDED.search(reading.text, sentence.span.start, sentence.span.end):
        return None
    return Calculation("add", (had, new))


def is_count(token: Quantity) -> bool:
    """True for an exact count of something."""
    plain = not (token.is_range or token.approximate or token.bound)
    return token.unit is Unit.COUNT and plain and bool(token.classifier)


def tells_total(before: str) -> bool:
    """True where the words say that the count behind them is of all there are."""
    return _TOTAL.search(before) is not None

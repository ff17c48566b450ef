"""One part told by the month, the other by the year, and both for a year: 每月25元 … 全年1700元 … 合计一年2000元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.amounts import amounts_in, under_heading
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_SUM = re.compile(
    r"(?:[两二](?:块|项|部分|笔|样|者)(?:养老金|待遇|钱)?)?(?:加起来|加在一起|合起来|合在一起|合计|总共|一共|共计|总计|相加)"
    r"(?:后|的话|就|,|:|\s)*(?:每|一|全)年(?:下来|总共|一共|合计|共)?(?:就|是|为|大?约|有|能|可|领|拿|到|:|\s)*$"
)
_PERIODS = {
    "month": re.compile(r"(?:每|一)个?月[^,;。:0-9年]{0,6}$"),
    "year": re.compile(r"(?:每|一|全)年[^,;。:0-9月]{0,6}$"),
}
_OTHERS = re.compile("另外|另有|补贴|补助|加发|扣|如果|假如|若是")
_REACH = 24
_MONTHS = Decimal(12)


def month_and_year(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The part of a year and twelve times that of a month, the only amounts with a period since the heading."""
    led = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    if result.unit is not Unit.YUAN or result.is_range or result.bound is not None or not _SUM.search(led):
        return None
    area = under_heading(reading, sentence, result.span.start)
    told = [(period, token) for token in amounts_in(reading, area) if (period := _period(reading, token))]
    if sorted(period for period, _ in told) != [*_PERIODS]:
        return None
    if _OTHERS.search(reading.text, told[0][1].span.end, area.end):
        return None
    parts = dict(told)
    if abs(parts["month"].value * _MONTHS - parts["year"].value) < _MONTHS:
        return None  # 每月160元,全年1920元: one part told twice
    return Calculation("add", (parts["year"], Calculation("multiply", (parts["month"], _MONTHS))))


def _period(reading: Reading, token: Quantity) -> str | None:
    if token.per in _PERIODS:
        return token.per
    led = reading.text[max(0, token.span.start - _REACH) : token.span.start]
    return next((period for period, words in _PERIODS.items() if words.search(led)), None)

"""How long a time from one month to another is said to be: 2010年3月至2022年8月,累计12年6个月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import TimeSpanClaim
from linter.scan.tokens import CalendarPoint, DateToken, Quantity, Unit
from linter.text import Span

_TO = re.compile(r"[^0-9,;。]{0,6}(?:到|至|-|—|~)\s*")
_LASTS = re.compile(
    r"[)]?[^0-9,;。]{0,6}[,:]?\s*[^0-9,;。]{0,4}(?:一共|总共|共计|合计|累计|正好|整整|刚好|前后|算下来|共)"
    r"(?:一共|正好|刚好|整整|是|有|为|就是|缴费|缴了|交了|缴|交|领了|领|参保|工作|干了|约)*"
)
# 中间断过: the time paid is less than the time passed; without a break nothing can be missing.
_BROKEN = re.compile("断|停|扣|其中|剔|不含|另|除|间隔|视同|补缴|满|最多|最长|至少")
_UNBROKEN = re.compile("连续|一直|没断|从未中断|不间断|正好|刚好|整整")
_YEAR = 12


def extract(reading: Reading) -> Iterator[TimeSpanClaim]:
    """Every duration that is told right behind the only two months of a sentence."""
    for sentence in reading.sentences:
        said = sentence.span.cut(reading.text)
        ends = _ends(reading, reading.scoper.dates_in(sentence.span))
        if ends is None or _BROKEN.search(said) or is_question(reading, sentence):
            continue
        stated = _stated(reading, sentence, ends[2])
        months = _month(ends[1]) - _month(ends[0])
        if stated is not None and months > 0:
            scope = reading.scope(stated.span, sentence)
            unbroken = _UNBROKEN.search(said) is not None
            yield TimeSpanClaim(stated.span, sentence.span, scope, months, ends[2], stated, unbroken)


def _ends(reading: Reading, dates: Sequence[DateToken]) -> tuple[CalendarPoint, CalendarPoint, Span] | None:
    """The first and the last month of a time, and where both are written."""
    found = None
    if len(dates) == 1 and dates[0].end is not None:
        found = dates[0].start, dates[0].end, dates[0].span
    elif len(dates) == 2 and _TO.fullmatch(reading.text, dates[0].span.end, dates[1].span.start):
        found = dates[0].start, dates[1].start, dates[0].span.joined(dates[1].span)
    whole = found is not None and all(point.year and point.month and not point.part for point in found[:2])
    return found if whole else None


def _stated(reading: Reading, sentence: Sentence, span: Span) -> Quantity | None:
    """The duration right behind, when it is the only one."""
    figures = reading.quantities_in(sentence.span)
    if len(figures) != 1 or figures[0].unit is not Unit.MONTHS or figures[0].span.start < span.end:
        return None
    stated = figures[0]
    plain = not (stated.is_range or stated.bound or stated.approximate)
    return stated if plain and _LASTS.fullmatch(reading.text, span.end, stated.span.start) else None


def _month(point: CalendarPoint) -> int:
    return (point.year or 0) * _YEAR + (point.month or 0)

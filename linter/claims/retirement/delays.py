"""Delays told for everybody born in one year or in some months of it: 1970年1月至4月出生的女干部,延迟1个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import RetirementClaim
from linter.claims.retirement.births import BORN_AFTER, born_between
from linter.claims.retirement.groups import Given, named_group
from linter.scan.tokens import DateToken, Quantity, Unit
from linter.text import Span

_EXACT = frozenset({"male", "female_50", "female_55"})
_LONGEST = 36
_TOLD_BEFORE = re.compile(
    "(?:延迟|推迟|延后|后延|顺延|延期|晚退|(?:多|再|继续)(?:干|工作|上班?|熬|等|做)|晚|延)(?:退休)?(?:的?(?:时间|月数|期限|幅度))?"
    "(?:为|是|约|大约|大概|了|上|满|足|:)*\\s*$|退休时间(?:延迟|推迟)?(?:为|是|:)\\s*$"
)
_TOLD_BEHIND = re.compile("\\s*的?(?:延迟|推迟|延后|延期)")
_PACE = re.compile("每(?:隔|满|晚|过)?\\s*[0-9一二两三四]\\s*个?月")
_OTHERWISE = re.compile("弹性|提前|自愿|选择|协商|原(?:来|先)|以前|如果不|特殊工种|病退")


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """One claim for each year or range of months and the delay told behind it, in the same sentence."""
    for sentence in reading.sentences:
        born = [
            token for token in reading.scoper.dates_in(sentence.span) if BORN_AFTER.match(reading.text, token.span.end)
        ]
        if not born or is_question(reading, sentence):
            continue
        ends = [*(token.span.start for token in born[1:]), sentence.span.end]
        starts = [sentence.span.start, *(token.span.end for token in born[:-1])]
        for token, start, end in zip(born, starts, ends, strict=True):
            yield from _of_births(reading, sentence, token, Span(start, end))


def _of_births(reading: Reading, sentence: Sentence, born: DateToken, area: Span) -> Iterator[RetirementClaim]:
    months, given = born_between(born), _given(reading, Span(born.span.end, area.end), born)
    scope = reading.scope(born.span, sentence)
    if months is None or not given or scope.has("hearsay", "history"):
        return
    place = born.span.joined(max(span for _, span in given.values()))
    group = _group(reading, sentence, Span(born.span.end, place.end), area)
    yield RetirementClaim(place, sentence.span, scope, months[0], group, given, months[1])


def _given(reading: Reading, area: Span, born: DateToken) -> Given:
    """The delay; of a range both ends, of 最多 the upper one."""
    text = reading.text
    for quantity in reading.quantities_in(area):
        before = text[area.start : quantity.span.start]
        told = _TOLD_BEFORE.search(before) or _TOLD_BEHIND.match(text, quantity.span.end, area.end)
        if quantity.unit is not Unit.MONTHS or not told or _PACE.search(before) or _OTHERWISE.search(before):
            continue
        return _ends(quantity)
    return {}


def _ends(quantity: Quantity) -> Given:
    low, high, span = min(quantity.values), max(quantity.values), quantity.span
    if quantity.approximate or high > _LONGEST or quantity.bound not in (None, "max"):
        return {}
    if quantity.is_range:
        return {"least": (low, span), "most": (high, span)}
    return {"most" if quantity.bound == "max" else "delay": (Decimal(high), span)}


def _group(reading: Reading, sentence: Sentence, own: Span, area: Span) -> str | None:
    """The group named between birth and delay, else around them, else above; women alone are told apart above."""
    women = False
    for place in (own, area, *reading.framer.headings_above(sentence)):
        found = named_group(reading, place)
        if found in _EXACT and not (women and found == "male"):
            return found
        women = women or found == "female"
    return None

"""Worked retirement examples in sentences: a birth month with the delay, age or month of retirement given for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.births import STEP_OF_SCHEDULE, is_birth, month_of
from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import RetirementClaim
from linter.claims.reading import Reading
from linter.claims.surroundings import headings
from linter.scan.tokens import DateToken, Unit
from linter.text import Span

Given = dict[str, tuple[Decimal, Span]]

# 问:我比她小半岁,1975年11月的。
_ASKED = re.compile("\\s*的?[。?!呢]*\\s*$")
_DELAY = re.compile("(?:延迟|推迟|延后|晚退|延)(?:退休)?\\s*(?:了|约)?\\s*$")
# 每4个月延1个月 is the pace of the schedule.
_PACE = re.compile("每(?:隔|满|晚|过)?\\s*[0-9一二两三四]\\s*个?月[^,;。]{0,6}$")
_RETIRES = re.compile("(?:退|办手续|办理|领|挪到|等到|落在|正式)")
_NO_RESULT = re.compile("早于|晚于|提前|弹性|最早|参加工作|缴满|缴费满|年满|满?60周?岁前|将满")
_FORMER = re.compile("原(?:定|来|法定|本)?[^,;。]{0,8}$")
_FORMER_AGE = re.compile("原(?:定|来|法定|本)?[^,;。0-9]{0,8}(5[05]|五十五?) ?周?岁")
# Months: 49 to 65 years.
LOWEST_AGE, HIGHEST_AGE = 588, 780
# So much must be said of somebody whose birth stands in another sentence: it might be a rule for all.
_ENOUGH = 2
_QUESTION = re.compile("\\s*(?:问|Q|[0-9一二三四五六七八九十]{1,2}[、.])|[?]\\s*$")
_GROUPS = ("male", "female_50", "female_55", "female")
_MEN = re.compile("先生|男")
_WOMEN = re.compile("女士|女|阿姨")


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """Examples in sentences. Conditional and optional retirement (提前, 弹性) is left out."""
    for sentence in reading.sentences:
        yield from _in_sentence(reading, sentence)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[RetirementClaim]:
    text = sentence.span.cut(reading.text)
    if _NO_RESULT.search(text) or _in_a_table(reading, sentence):
        return
    dates = reading.scoper.dates_in(sentence.span)
    births = _births(reading, sentence.span)
    born, areas = (births, ()) if births else _births_before(reading, sentence)
    since = births[-1].span.end if births else sentence.span.start
    if len({month_of(token) for token in born}) != 1:
        return
    month = month_of(born[0])
    given = _given(reading, sentence, [token for token in dates if token.span.start >= since])
    if month is None or not given or (areas and len(given) < _ENOUGH):
        return
    place = births[0].span if births else min(span for _, span in given.values())
    scope = reading.scope(place, sentence)
    if not scope.has("history") and not is_question(reading, sentence):
        span = place.joined(max(span for _, span in given.values()))
        yield RetirementClaim(span, sentence.span, scope, month, group_of(reading, sentence, given, areas=areas), given)


def _births(reading: Reading, area: Span) -> list[DateToken]:
    return [token for token in reading.scoper.dates_in(area) if is_birth(reading, area, token)]


def _births_before(reading: Reading, sentence: Sentence) -> tuple[list[DateToken], tuple[Span, ...]]:
    """The births of the nearest place that names any: the block so far, the question above it, its heading."""
    blocks = reading.document.sections[sentence.section].blocks
    block = blocks[sentence.block].span
    above = [blocks[sentence.block - 1].span] if sentence.block else []
    asked = [area for area in above if _QUESTION.search(area.cut(reading.text))]
    for area in (Span(block.start, sentence.span.start), *asked, *headings(reading, sentence)):
        births = _births(reading, area)
        if area in asked and not births:
            dates = reading.scoper.dates_in(area)
            births = [
                token for token in dates if month_of(token) and _ASKED.match(reading.text, token.span.end, area.end)
            ]
        others = (
            token for token in reading.scoper.dates_in(area) if not STEP_OF_SCHEDULE.match(reading.text, token.span.end)
        )
        if births or any(month_of(token) for token in others):
            return births, (area,)
    return [], ()


def _given(reading: Reading, sentence: Sentence, later: Sequence[DateToken]) -> Given:
    given: Given = {}
    for quantity in reading.quantities_in(sentence.span):
        if quantity.approximate or quantity.is_range or quantity.bound:
            continue
        before = reading.text[sentence.span.start : quantity.span.start]
        if quantity.unit is Unit.MONTHS and _DELAY.search(before) and not _PACE.search(before):
            given.setdefault("delay", (quantity.value, quantity.span))
        elif quantity.unit is Unit.AGE and LOWEST_AGE <= quantity.value <= HIGHEST_AGE and not _FORMER.search(before):
            given.setdefault("age", (quantity.value, quantity.span))
    months = [token for token in later if (token.start.year or 0) >= 2020 and token.start.month and token.end is None]
    if len(months) == 1 and _RETIRES.search(sentence.span.cut(reading.text)):
        token = months[0]
        given["retires"] = (Decimal((token.start.year or 0) * 12 + (token.start.month or 0)), token.span)
    return given


def group_of(
    reading: Reading, sentence: Sentence, given: Given, row: Span | None = None, areas: tuple[Span, ...] = ()
) -> str | None:
    """The group the words name, nearest first; where they only say women, the age tells which."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    before = Span(block.start, sentence.span.start)
    if row is None and not areas and _births(reading, before):
        return narrowed(named_group(reading, sentence.span), given)  # the sentences before are about other people
    own = [sentence.span] if row is None else [row]
    if row is None and given:  # 女工人延迟21个月,同月生的女干部…: whoever comes later is somebody else
        own.insert(0, Span(sentence.span.start, max(sentence.span.start, min(at.start for _, at in given.values()))))
    for area in (*own, before, *areas, *headings(reading, sentence)):
        found = named_group(reading, area)
        if found is not None:
            return narrowed(found, given)
    return narrowed(None, given)


def named_group(reading: Reading, area: Span) -> str | None:
    """The group a stretch of text names: male, female_50, female_55, or only female."""
    named = [term.facets["group"] for term in reading.terms_in(area) if term.facets.get("group") in _GROUPS]
    exact = [group for group in named if group in ("female_50", "female_55")]
    if exact:
        return exact[-1] if len(set(exact)) == 1 else None
    former = _FORMER_AGE.search(area.cut(reading.text))
    if former:
        return "female_55" if former[1] in ("55", "五十五") else "female_50"
    if named:
        return named[-1] if len(set(named)) == 1 else None
    text = area.cut(reading.text)
    if _WOMEN.search(text):
        return None if _MEN.search(text) else "female"
    return "male" if _MEN.search(text) else None


def narrowed(group: str | None, given: Given) -> str | None:
    """The group where only women are named and their age tells which, or no group is and only men are so old."""
    age = given["age"][0] if "age" in given else None
    if group == "female":
        if age is None or age == 660:
            return None
        return "female_50" if age < 660 else "female_55"
    if group is None and age is not None and age > 720:
        return "male"
    return group


def _in_a_table(reading: Reading, sentence: Sentence) -> bool:
    tables = reading.document.sections[sentence.section].tables
    return any(table.span.overlaps(sentence.span) for table in tables)

"""Worked retirement examples in sentences: a birth month with the delay, age or month of retirement given for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import headings
from linter.claims.model import RetirementClaim
from linter.claims.retirement.births import STEP_OF_SCHEDULE, is_birth, month_of
from linter.claims.retirement.groups import Given, named_group, narrowed
from linter.scan.tokens import DateToken, Quantity, Unit
from linter.text import Span

# 问:我比她小半岁,1975年11月的。
_ASKED = re.compile("\\s*的?[。?!呢]*\\s*$")
_DELAY = re.compile(
    "(?:延迟|推迟|延后|晚退|后延|顺延|延|(?:往后|向后|后)[挪推移延]|(?:多|再)(?:干|上(?:班)?|熬|等|做)|晚)(?:退休)?\\s*(?:了|约|上|满|足)?\\s*$"
)
# 每4个月延1个月 is the pace of the schedule.
_PACE = re.compile("每(?:隔|满|晚|过)?\\s*[0-9一二两三四]\\s*个?月[^,;。]{0,6}$")
_RETIRES = re.compile("(?:退|办手续|办理|办(?=[;。,、)]|$)|领|挪到|等到|落在|正式)")
# What the month of a later sentence must be told as; pensions are paid from the month after.
_RETIRES_THEN = re.compile(
    "(?:(?:退休|退|到龄|到点|离岗)(?:时间|日期|年月|月份|的?日子)?|也就是(?:说)?|就是|即|算下来|推算|算到|等到|熬到|拖到|挪到|推到)"
    "(?:就|则|便|应|会|要|得|能|是|为|在|到|于|:|定|落|,)*\\s*$"
)
_RETIRES_BEHIND = re.compile(
    "\\s*(?:份|底|初)?(?:,)?(?:他|她)?(?:才|就|可以|可|能|方|便|正式|再|去|是|为)*(?:退休|退(?![还费款役保])|到龄|到点|办(?:理)?(?:退休)?手续|办退休|离岗)"
)
# 60岁基础上加6个月: the age before something is added to it.
_ADDED_TO = re.compile(
    "(?:的)?(?:这个)?(?:基础上|之上|上面|上)?[,]?(?:再|又|还|要|得|需|须|往|向|他|她)*(?:加|延|推|后|多|晚|顺延|外加|\\+)"
)
# 按50岁档走: the class somebody belongs to; 61岁不到: not so old.
_NO_AGE_OF_HIS = re.compile(
    f"(?:这|那|的)?(?:一)?档|(?:还|都|也)?(?:不到|没到|未到|未满|不满|不足|没满)|{_ADDED_TO.pattern}"
)
_NO_RESULT = re.compile("起点|早于|晚于|提前|弹性|最早|参加工作|缴满|缴费满|年满|满?60周?岁前|将满")
_FORMER = re.compile(
    "(?:原(?:定|来|法定|本)?|本[来该]|以前|过去|从前|[老旧](?:政策|规矩|规定|规|办法|制度))[^,;。]{0,8}$"
)
# Months: 49 to 65 years.
LOWEST_AGE, HIGHEST_AGE = 588, 780
# So much must be said of somebody whose birth stands in another sentence: it might be a rule for all.
_ENOUGH = 2
_QUESTION = re.compile("\\s*(?:问|Q|[0-9一二三四五六七八九十]{1,2}[、.])|[?]\\s*$")


@dataclass(frozen=True, slots=True)
class _Example:
    """What one sentence says of somebody's retirement; ``areas``: where the birth stands, if not in it."""

    sentence: Sentence
    birth: date
    place: Span
    group: str | None
    given: Given
    areas: tuple[Span, ...]


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """Examples in sentences. Conditional and optional retirement (提前, 弹性) is left out.

    What the next sentences add on the same person (退休时间为…) belongs to the same example.
    """
    told: _Example | None = None
    for each in _examples(reading):
        if told is not None and _goes_on(reading, told, each):
            told = replace(told, given={**told.given, **each.given})
            continue
        if told is not None and _is_enough(told):
            yield _claim(reading, told)
        told = each
    if told is not None and _is_enough(told):
        yield _claim(reading, told)


def _goes_on(reading: Reading, told: _Example, each: _Example) -> bool:
    """True for a sentence that says another thing of the person whose birth was told before it."""
    near = each.sentence.section == told.sentence.section
    near = near and (each.sentence.block == told.sentence.block or each.areas == told.areas)
    if not near or not each.areas or each.birth != told.birth or each.given.keys() & told.given.keys():
        return False
    if "retires" in each.given:
        span, sentence = each.given["retires"][1], each.sentence.span
        said = _RETIRES_THEN.search(reading.text, sentence.start, span.start)
        if said is None and not _RETIRES_BEHIND.match(reading.text, span.end, sentence.end):
            return False
    return each.group in (None, told.group)


def _is_enough(told: _Example) -> bool:
    return not told.areas or len(told.given) >= _ENOUGH


def _claim(reading: Reading, told: _Example) -> RetirementClaim:
    scope = reading.scope(told.place, told.sentence)
    span = told.place.joined(max(span for _, span in told.given.values()))
    return RetirementClaim(span, told.sentence.span, scope, told.birth, told.group, told.given)


def _examples(reading: Reading) -> Iterator[_Example]:
    for sentence in reading.sentences:
        yield from _in_sentence(reading, sentence)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[_Example]:
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
    about = "".join(area.cut(reading.text) for area in (*areas, sentence.span))
    given = _given(reading, sentence, [token for token in dates if token.span.start >= since], about)
    if month is None or not given:
        return
    place = births[0].span if births else min(span for _, span in given.values())
    if not reading.scope(place, sentence).has("history") and not is_question(reading, sentence):
        yield _Example(sentence, month, place, group_of(reading, sentence, given, areas=areas), given, areas)


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


def _given(reading: Reading, sentence: Sentence, later: Sequence[DateToken], about: str) -> Given:
    given: Given = {}
    for quantity in reading.quantities_in(sentence.span):
        if quantity.approximate or quantity.is_range or quantity.bound:
            continue
        before = reading.text[sentence.span.start : quantity.span.start]
        if quantity.unit is Unit.MONTHS and _DELAY.search(before) and not _PACE.search(before):
            given.setdefault("delay", (quantity.value, quantity.span))
        elif (
            _is_age(quantity)
            and not _FORMER.search(before)
            and not _NO_AGE_OF_HIS.match(reading.text, quantity.span.end)
        ):
            given.setdefault("age", (quantity.value, quantity.span))
    months = [token for token in later if (token.start.year or 0) >= 2020 and token.start.month and token.end is None]
    if len(months) == 1 and _RETIRES.search(about):
        token = months[0]
        given["retires"] = (Decimal((token.start.year or 0) * 12 + (token.start.month or 0)), token.span)
    return given


def _is_age(quantity: Quantity) -> bool:
    return quantity.unit is Unit.AGE and LOWEST_AGE <= quantity.value <= HIGHEST_AGE


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


def _in_a_table(reading: Reading, sentence: Sentence) -> bool:
    tables = reading.document.sections[sentence.section].tables
    return any(table.span.overlaps(sentence.span) for table in tables)

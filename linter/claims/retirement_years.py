"""Retirement told by the year of birth: 1972年出生的男职工,2034年退休."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from linter.claims.births import is_birth, year_of
from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import RetirementClaim
from linter.claims.reading import Reading
from linter.claims.retirement_examples import HIGHEST_AGE, LOWEST_AGE, named_group
from linter.scan.tokens import DateToken, Quantity, Unit
from linter.text import Span

_GROUPS = frozenset({"male", "female_50", "female_55"})
_RETIRES_BEFORE = re.compile(
    r"(?:退休(?:的)?(?:年份|年度|时间|年)?(?:将|会|应|就|则|要)?(?:调整|变|改|推迟|延迟|延后|延)?(?:为|是|到|至|在|成|于|:)*"
    r"|(?:延|推迟|延迟|等|拖)(?:到|至))(?:约|大约)?\s*$"
)
_RETIRES_AFTER = re.compile(r"\s*(?:左右)?(?:才|就|可|能|方|便|正式|可以|才能)*(?:退休|办理?退休|领养老金)")
_AGE_BEFORE = re.compile(
    r"(?:退休年龄(?:将|会|应|则|就)?(?:调整|变|改|推迟|延迟|延)?(?:为|是|到|至|成|:)*|(?:延|推迟|延迟)(?:到|至))\s*$"
)
_OTHERWISE = re.compile(
    r"原(?!则)|调整前|改革前|延迟前|政策前|旧|以前|本来|按老|如果不|若不|早于|晚于|提前|弹性|最早|最晚|选择|自愿|之间|逐步|最终"
)

# 原五十周岁退休的女职工 names the group, not the rules of former times.
_GROUP = re.compile(r"原(?:来|定|先)?(?:的)?(?:法定)?(?:退休年龄)?(?:为|是|在)?\s*(?:5[05]|五十五?)\s*周?岁")


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """What is said of everybody born in one year, in a sentence that names the group."""
    for sentence in reading.sentences:
        if "退休" not in sentence.span.cut(reading.text) or is_question(reading, sentence):
            continue
        dates = reading.scoper.dates_in(sentence.span)
        births = [token for token in dates if year_of(token) and is_birth(reading, sentence.span, token)]
        group = named_group(reading, sentence.span)
        scope = reading.scope(sentence.span, sentence)
        if len({year_of(token) for token in births}) != 1 or group not in _GROUPS or scope.has("history", "hearsay"):
            continue
        year, given = year_of(births[0]), dict(_given(reading, sentence, births[0], dates))
        if year is not None and given:
            place = births[0].span.joined(max(span for _, span in given.values()))
            first, last = date(year, 1, 1), date(year, 12, 1)
            yield RetirementClaim(place, sentence.span, scope, first, group, given, last)


def _given(
    reading: Reading, sentence: Sentence, birth: DateToken, dates: Sequence[DateToken]
) -> Iterator[tuple[str, tuple[Decimal, Span]]]:
    for token in dates:
        later = _is_year(token) and token.span.start > birth.span.end
        if later and _said(reading, sentence, token.span, _RETIRES_BEFORE, _RETIRES_AFTER):
            yield "year", (Decimal(token.start.year or 0), token.span)
    for age in reading.quantities_in(sentence.span):
        later = _is_age(age) and age.span.start > birth.span.end
        if later and _said(reading, sentence, age.span, _AGE_BEFORE, _RETIRES_AFTER):
            yield "age", (age.value, age.span)


def _is_year(token: DateToken) -> bool:
    point = token.start
    return point.year is not None and point.month is None and token.end is None and token.relation in ("at", "until")


def _is_age(token: Quantity) -> bool:
    plain = not token.is_range and not token.approximate and token.bound is None
    return token.unit is Unit.AGE and plain and LOWEST_AGE <= token.value <= HIGHEST_AGE


def _said(reading: Reading, sentence: Sentence, span: Span, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    """True when the words that touch the number make it the time of retirement, under the rules of today."""
    text = reading.text
    ahead = text[sentence.span.start : span.start]
    since = re.split("[0-9]{4}年|[;。]", _GROUP.sub("", ahead))[-1]
    if _OTHERWISE.search(since) or ahead.count("(") > ahead.count(")"):
        return False
    return before.search(ahead) is not None or after.match(text, span.end, sentence.span.end) is not None

"""Retirement told by the year of birth: 1972年出生的男职工,2034年退休."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import BirthYearClaim
from linter.claims.reading import Reading
from linter.claims.retirement_examples import named_group
from linter.scan.tokens import DateToken, Quantity, Unit
from linter.text import Span

_GROUPS = frozenset({"male", "female_50", "female_55"})
_BORN_AFTER = re.compile(r"\s*(?:出生|生的|生人)")
_BORN_BEFORE = re.compile(r"(?:出生于|生于|出生(?:年份|年)?(?:是|为|在|:)?)\s*$")
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


def extract(reading: Reading) -> Iterator[BirthYearClaim]:
    """Years and ages of retirement said of everybody born in one year, in a sentence that names the group."""
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if "退休" not in text or is_question(reading, sentence):
            continue
        dates = reading.scoper.dates_in(sentence.span)
        births = [token for token in dates if _is_birth(reading, sentence, token)]
        group = named_group(reading, sentence.span)
        scope = reading.scope(sentence.span, sentence)
        one_year = len({token.start.year for token in births}) == 1
        if not one_year or group not in _GROUPS or scope.has("history", "hearsay"):
            continue
        year = births[0].start.year
        for kind, number, span in _given(reading, sentence, births[0], dates):
            if year is not None:
                place = births[0].span.joined(span)
                yield BirthYearClaim(place, sentence.span, scope, year, group, kind, number, span)


def _is_birth(reading: Reading, sentence: Sentence, token: DateToken) -> bool:
    if not _is_year(token):
        return False
    before = reading.text[max(sentence.span.start, token.span.start - 8) : token.span.start]
    return _BORN_AFTER.match(reading.text, token.span.end) is not None or _BORN_BEFORE.search(before) is not None


def _is_year(token: DateToken) -> bool:
    point = token.start
    return point.year is not None and point.month is None and token.end is None and token.relation in ("at", "until")


def _given(
    reading: Reading, sentence: Sentence, birth: DateToken, dates: Sequence[DateToken]
) -> Iterator[tuple[str, int, Span]]:
    for token in dates:
        later = _is_year(token) and token.span.start > birth.span.end
        if later and _said(reading, sentence, token.span, _RETIRES_BEFORE, _RETIRES_AFTER):
            yield "retires", token.start.year or 0, token.span
    for age in reading.quantities_in(sentence.span):
        later = _is_age(age) and age.span.start > birth.span.end
        if later and _said(reading, sentence, age.span, _AGE_BEFORE, _RETIRES_AFTER):
            yield "age", int(age.value), age.span


def _is_age(token: Quantity) -> bool:
    plain = not token.is_range and not token.approximate and token.bound is None
    return token.unit is Unit.AGE and plain and 588 <= token.value <= 780


def _said(reading: Reading, sentence: Sentence, span: Span, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    """True when the words that touch the number make it the time of retirement, under the rules of today."""
    text = reading.text
    ahead = text[sentence.span.start : span.start]
    since = re.split("[0-9]{4}年|[;。]", _GROUP.sub("", ahead))[-1]
    if _OTHERWISE.search(since) or ahead.count("(") > ahead.count(")"):
        return False
    return before.search(ahead) is not None or after.match(text, span.end, sentence.span.end) is not None

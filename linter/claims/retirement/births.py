"""Dates of birth: which dates of a text are one, and of how many births they speak."""

from __future__ import annotations

import re
from datetime import date

from linter.claims.context.reading import Reading
from linter.scan.tokens import DateToken
from linter.text import Span

BORN_AFTER = re.compile("\\s*(?:份)?\\s*(?:出生|生的|生人|生(?=[,。;、)?!呢吗\\s]))")
_BORN_BEFORE = re.compile(
    "(?:出生于|生于|(?:出生|生日)(?:日期|年月|时间|那天)?(?:在|是|为|:)*|身份证(?:号)?[上里](?:写|印)?(?:的|着)?(?:是|为)?)\\s*$"
)
# 1966年11月的男职工, 女,1974年2月: long ago enough to be nothing but a birth.
_SOMEBODY_AFTER = re.compile(
    "\\s*(?:份)?(?:的|[,(、](?=[男女][,)、]))(?:那位|这位|那个|一[名位个])?(?:[男女]|人(?=[,。;:])|大[哥姐叔妈爷]|老(?:人|汉|哥|姐)|师傅|同[事志])"
)
_SOMEBODY_BEFORE = re.compile("(?:^|[,(、:])[男女](?:性|士)?[,、]\\s*$")
_LAST_YEAR_OF_OLD = 1992
_BORN_REACH = 24
_RANGE = re.compile("\\s*(?:及?以?[后前]|之[后前]|[-~至到—])")
_LONGEST_STEP = 4
# 从1965年1月出生的人起,每4个月延迟1个月: where a step of the schedule starts, nobody's birth.
STEP_OF_SCHEDULE = re.compile("\\s*(?:份)?\\s*(?:出生|生)的?[^,;。0-9]{0,10}?(?:起|开始|往后|以后|之后)")
_FIRST_YEAR, _LAST_YEAR = 1940, 2010


def is_birth(reading: Reading, area: Span, token: DateToken) -> bool:
    """True where the words around a date of the area say that somebody was born then."""
    text = reading.text
    if token.end is not None or _RANGE.match(text, token.span.end) or STEP_OF_SCHEDULE.match(text, token.span.end):
        return False
    before = text[max(area.start, token.span.start - _BORN_REACH) : token.span.start]
    if token.start.month and _FIRST_YEAR <= (token.start.year or 0) <= _LAST_YEAR_OF_OLD:
        somebody = _SOMEBODY_AFTER.match(text, token.span.end) or _SOMEBODY_BEFORE.search(before)
        if somebody is not None:
            return True
    return BORN_AFTER.match(text, token.span.end) is not None or _BORN_BEFORE.search(before) is not None


def month_of(token: DateToken) -> date | None:
    """The first day of the month of birth, where a month is named."""
    point = token.start
    if point.year is None or point.month is None or token.impossible or not _FIRST_YEAR <= point.year <= _LAST_YEAR:
        return None
    return date(point.year, point.month, 1)


def first_month(token: DateToken) -> date | None:
    """The month, or the first one of a range of births that lies in one step (1966年5月—8月).

    The first of them retires in the first month of a range given for the retirement.
    """
    end = token.end
    if end is None:
        return None if token.relation != "at" else month_of(token)
    first = month_of(token)
    year = end.year or token.start.year
    if first is None or end.month is None or year is None:
        return None
    months = (year - first.year) * 12 + end.month - first.month + 1
    return first if 0 < months <= _LONGEST_STEP else None


def year_of(token: DateToken) -> int | None:
    """The year of birth where no month is named."""
    point = token.start
    named = point.year is not None and point.month is None and token.end is None and token.relation == "at"
    return point.year if named and point.year is not None and _FIRST_YEAR <= point.year <= _LAST_YEAR else None


def born_in(token: DateToken) -> tuple[date | None, date | None]:
    """The first month of birth a row is about, and the last one where it is about a whole year."""
    year = year_of(token)
    return (first_month(token), None) if year is None else (date(year, 1, 1), date(year, 12, 1))


def born_between(token: DateToken) -> tuple[date, date] | None:
    """The first and the last month of a year of birth, or of a range of months in one year; ``None`` for one month."""
    point, end = token.start, token.end
    if token.relation != "at" or token.impossible or not _FIRST_YEAR <= (point.year or 0) <= _LAST_YEAR:
        return None
    year, last = point.year or 0, None if end is None else end.month
    if end is None:
        return (date(year, 1, 1), date(year, 12, 1)) if point.month is None else None
    within = point.month is not None and last is not None and end.year in (None, year) and point.month < last
    return (date(year, point.month or 1, 1), date(year, last or 12, 1)) if within else None

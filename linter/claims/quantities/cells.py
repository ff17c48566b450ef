"""Units that are not written at the number: 1872 under 新标准(元/月); 16个点, which people say for 16%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

_UNITS = (
    (re.compile(r"%|百分比|比例"), Unit.PERCENT),
    (re.compile(r"元"), Unit.YUAN),
    (re.compile(r"月数|个月|\(月\)"), Unit.MONTHS),
    (re.compile(r"天数|\([天日]\)"), Unit.DAYS),
)
# 最低缴费年限 | 16.5
_YEARS = re.compile(r"(?:最低|至少|最少)[^,;。0-9]{0,8}(?:年限|年数|几年|缴费年)|\(年\)")
_MOST_YEARS = 45
_MONTHS = 12
_CHANGES = re.compile(r"[提高降涨升减加差低浮少]")
# 男60、女干部55、女工人50 can do without 岁.
_AGES = range(45, 67)
_PERSON = re.compile(r"[男女](?:的|性|方|同志|职工|干部|工人|工)*(?:是|为|:|年满|满)?\Z")
# 年龄 | 50 | 55 | 60: the numbers of a row of ages.
_ROW_OF_AGES = re.compile(r"(?:^|\n)[^\n\t]{0,6}(?:年龄|岁数)(?:\([^)\n\t]*\))?(?:\t[0-9]{2})*\t\Z")
_ROW_REACH = 80
_ENDS = re.compile(r"\s*(?:[、,;。/)\n男女退]|就|才|$)")
_PER = ((re.compile(r"/\s*月|每月|月均"), "month"), (re.compile(r"/\s*年|每年"), "year"))


def spoken(token: Quantity, text: str) -> Quantity:
    """16个点 as 16%, where nothing rises or falls by it; 男60 as an age."""
    before = text[max(0, token.span.start - 8) : token.span.start]
    if token.unit is Unit.POINTS and "百分" not in token.span.cut(text) and not _CHANGES.search(before):
        return replace(token, unit=Unit.PERCENT)
    bare_age = token.unit is Unit.NONE and token.value in _AGES
    said = _PERSON.search(before) and _ENDS.match(text, token.span.end)
    if bare_age and (said or _ROW_OF_AGES.search(text[max(0, token.span.start - _ROW_REACH) : token.span.start])):
        years = Interval.hull(Interval.point(value * 12) for value in token.values)
        return replace(token, unit=Unit.AGE, values=tuple(value * 12 for value in token.values), interval=years)
    return token


# 3586×20%×12 in the row 60%: a number of a calculation has a meaning of its own.
_CALCULATED = re.compile("[×*÷]")


def with_header_unit(token: Quantity, headers: Sequence[Span], text: str) -> Quantity:
    """The number with the unit its column's header names; unchanged when it has one or no header names any."""
    if token.unit is not Unit.NONE or _CALCULATED.search(text, max(0, token.span.start - 1), token.span.end + 1):
        return token
    for header in reversed(headers):
        said = header.cut(text)
        if token.value <= _MOST_YEARS and _YEARS.search(said):
            months = tuple(value * _MONTHS for value in token.values)
            span = Interval.hull(Interval.point(value) for value in months)
            return replace(token, unit=Unit.MONTHS, values=months, interval=span, step=token.step * _MONTHS)
        for pattern, unit in _UNITS:
            if pattern.search(said):
                per = next((per for mark, per in _PER if mark.search(said)), token.per)
                return replace(token, unit=unit, per=per)
    return token

"""Lengths of time: 15年, 两年零六个月, 半个月, 128天, 30个工作日, 24小时."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.scan.measures import ONE, Measure, scaled
from linter.scan.numbers import Number
from linter.scan.numerals import parse_numeral
from linter.scan.patterns import CN_NUMERALS
from linter.scan.tokens import Unit
from reference.vocabulary import load_json

STARTS = "年月天日小周星礼个工学交自季"
_DATES = load_json("number_words.json")["dates"]
_DAY_CUES: tuple[str, ...] = tuple(_DATES["day_count_cues"])
_DURATION_CUES: tuple[str, ...] = tuple(_DATES["duration_cues"])
_TWELVE = Decimal(12)
_HALF = Decimal("0.5")
# A four-digit count of years is a calendar year.
_MOST_YEARS = 200

_YEARS = re.compile(
    r"周年|学年|年(?![级龄底初末份]|代(?![缴办理表扣发征]))(?!度(?!以?内))|个(?:学|自然|缴费)?年(?:度|头)"
)
_MONTHS = re.compile(
    r"个(?:自然|完整|整|缴费|日历)?(?P<half>半)?(?P<vague>多|余)?月(?!度)(?P<more>半(?![年月天个]))?|月(?![均薪供收支龄份度初末底])"
)
_MORE_MONTHS = re.compile(rf"[零又]?([0-9]{{1,2}}|[{CN_NUMERALS}]{{1,3}}|半)(?:个月|个整月)")
_BARE_MONTHS = re.compile(rf"零?([0-9]{{1,2}}|[{CN_NUMERALS}]{{1,3}})月(?![0-9{CN_NUMERALS}])")
_HALF_MORE = re.compile(r"半(?![年月天个])")
_QUARTERS = re.compile(r"个季度?")
_WEEKS = re.compile(r"周(?![岁年末边围转期])|个?(?:星期|礼拜)(?![一二三四五六日天])|个周(?![一二三四五六日末])")
_WORKDAYS = re.compile(r"个?(?:工作|交易)日")
_DAYS = re.compile(r"个?(?:自然日|日历天|日历日|自然天)|天(?![津河水门猫气堂空府台下])半?|个昼夜")
_DAYS_OF_MONTH = re.compile(r"日(?![均薪常照历])")
_DAYS_FOLLOWED = re.compile(r"日(?:之内|以内|内|以上|以下|期满|期限|为限|的期)")
_HOURS = re.compile(r"(?:个[半多]?)?(?:小时|钟头)半?")


def read_duration(text: str, at: int, number: Number) -> Measure | None:
    """The length of time whose unit stands at ``at``; ``None`` when none does or a calendar date is meant."""
    if match := _YEARS.match(text, at):
        return _years(text, match, number)
    if match := _WORKDAYS.match(text, at):
        return scaled(number, match.end(), Unit.WORKDAYS)
    if match := _MONTHS.match(text, at):
        if text[at] == "月" and text[number.start - 1 : number.start] == "年":
            return None  # the 5月 of 15年5月
        extra = _HALF if match["half"] or match["more"] else None
        return scaled(number, match.end(), Unit.MONTHS, ONE, extra)._replace(vague=bool(match["vague"]))
    if match := _DAYS.match(text, at) or _HOURS.match(text, at):
        unit = Unit.HOURS if match.re is _HOURS else Unit.DAYS
        extra = _HALF if "半" in match.group() else None
        return scaled(number, match.end(), unit, ONE, extra)._replace(vague="多" in match.group())
    if match := _WEEKS.match(text, at):
        return scaled(number, match.end(), Unit.DAYS, Decimal(7))
    if match := _QUARTERS.match(text, at):
        return scaled(number, match.end(), Unit.MONTHS, Decimal(3))
    return _days(text, at, number)


def _years(text: str, match: re.Match[str], number: Number) -> Measure | None:
    """Years with the months after them. 15年5月 may be a date: a duration only after 满, 累计 and the like."""
    if number.numeral.value >= _MOST_YEARS:
        return None
    if (more := _MORE_MONTHS.match(text, match.end())) and (_months(more[1]) or _TWELVE) < _TWELVE:
        return scaled(number, more.end(), Unit.MONTHS, _TWELVE, _months(more[1]))
    if more := _BARE_MONTHS.match(text, match.end()):
        counted = text.endswith(_DURATION_CUES, max(0, number.start - 4), number.start)
        return scaled(number, more.end(), Unit.MONTHS, _TWELVE, _months(more[1])) if counted else None
    if more := _HALF_MORE.match(text, match.end()):
        return scaled(number, more.end(), Unit.MONTHS, _TWELVE, Decimal(6))
    return scaled(number, match.end(), Unit.MONTHS, _TWELVE)


def _months(written: str) -> Decimal | None:
    if written == "半":
        return _HALF
    numeral = parse_numeral(written)
    return None if numeral is None else numeral.value


def _days(text: str, at: int, number: Number) -> Measure | None:
    """N日 counts days only where the words say so: 30日内, 自…起30日, 超过15日; else it is a day of a month."""
    if _DAYS_OF_MONTH.match(text, at) is None:
        return None
    counted = (
        number.numeral.value > 31
        or _DAYS_FOLLOWED.match(text, at) is not None
        or text.endswith(_DAY_CUES, max(0, number.start - 4), number.start)
    )
    return scaled(number, at + 1, Unit.DAYS) if counted else None

"""So much for each of so many, told apart: 合起来2304元,全年27648元; 每月增加86元,1至7月共补发602元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.frame import SEGMENT
from linter.claims.context.payers import BOTH
from linter.claims.derived.operations.told import Told, is_comparable, is_people, is_wage, paragraph, payer, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TWO, _TWELVE = Decimal(2), Decimal(12)
_A_DAY, _NEAR = re.compile("[每一][天日][^,;。0-9]{0,8}$"), 12
_FEE = re.compile("滞纳金")
_BY_DAY = re.compile("日|每[一]?天|一天")
_HIGHEST_FEE = Decimal("0.3")
_MARKS = re.compile("[,;。:(\n]")
_EACH_OF_TWO = re.compile(rf"(?:{BOTH}|[两二俩]人?)[^0-9]{{0,6}}各[^0-9]{{0,8}}$")
# 单位和个人各7%,每人每月602元,两边一起1204元
_SIDES = re.compile("[两二][边头方]|双方|单位和?个人|单位加个人|账户(?:里|上)?(?:进账|入账|存入|到账)")
_EACH_SIDE = re.compile("(?:[每各]人|[每各]方|[每各]自|各)[^0-9]{0,6}$")
_LOW, _HIGH = Decimal("0.4"), Decimal(2)
_MONTH = "1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]"
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_MONTHS = re.compile(
    rf"(?<![0-9年])(?P<first>{_MONTH})月?份?[补发算领交缴起]{{0,2}}(?:到|至|[-~—–～])(?P<last>{_MONTH})月"
)
_MOST_MONTHS = 60
_LABEL = re.compile("[\u4e00-\u9fff]{2,4}$")
_STRETCH = 60
# 可领12个月。第七个月找到工作,一共领了10800元: not all of them.
_FEWER = re.compile("第|找到|就业|上班|停[发领缴交]|中断|代[缴交]|财政")


def products(told: Told) -> Iterator[Calculation]:
    """The amount of one times how many the words before the result speak of."""
    if told.result.per in ("month", "day") or told.result.per_head or words("beyond").search(told.clause):
        return
    for count in _counts(told):
        one = _one(told, count)
        if one is None or words("beyond").search(told.reading.text, one.span.end, told.result.span.start):
            continue
        since = count.span.end if isinstance(count, Quantity) else one.span.end
        if _FEWER.search(told.reading.text, since, told.result.span.start):
            continue
        if not paragraph(told).contains(one.span) and not words("added", "comes_to").search(told.led):
            continue  # 每月283元。/ 例二:每年交3000元: another story begins with what is told of it
        way = Calculation("multiply", (one, count))
        if is_comparable(told.result.value, way.value, _LOW, _HIGH):
            yield way


def for_both(told: Told) -> Iterator[Calculation]:
    """单位和个人各缴600元,合计1200元: twice the amount that each of the two pays."""
    one = told.money[-1] if told.money and told.money[-1] in told.here else None
    of_both = _SIDES.search(told.led)
    if one is None or told.result.per == "year" or not (of_both or words("added").search(told.led)):
        return
    led = _MARKS.split(told.reading.text[max(0, one.span.start - _STRETCH) : one.span.start])[-1]
    sides = of_both and _EACH_SIDE.search(led)
    if (sides or _EACH_OF_TWO.search(led)) and told.figures[-1] is one:
        yield Calculation("multiply", (one, _TWO))


def by_day(told: Told) -> Iterator[Calculation]:
    """欠费10000元,按日万分之五,拖了100天,滞纳金500元: the only sum, rate a day and days of the paragraph."""
    here = [token for token in told.within(paragraph(told)) if not token.approximate]
    rates = [token for token in here if token.unit is Unit.PERCENT and _is_of_day(told, token)]
    days = [token for token in here if token.unit is Unit.DAYS and token.value > 1]
    owed = [token for token in here if token in told.money and token.per is None]
    if not all(len({token.value for token in each}) == 1 for each in (rates, days, owed)):
        return
    if _FEE.search(told.clause) or _FEE.search(told.reading.text, owed[-1].span.end, told.result.span.start):
        fee = Calculation("multiply", (owed[-1], rates[-1], days[-1]))
        if fee.value + owed[-1].value != told.result.value:  # the debt with its fee
            yield fee


def _is_of_day(told: Told, rate: Quantity) -> bool:
    led = _MARKS.split(told.reading.text[max(0, rate.span.start - _STRETCH) : rate.span.start])[-1]
    return rate.value <= _HIGHEST_FEE and _BY_DAY.search(led) is not None


def _counts(told: Told) -> Iterator[Decimal | Quantity]:
    """How many: twelve for a year, the months from one to another, the people or months that are counted."""
    since = Span(told.result.span.start - len(told.led), told.result.span.start)
    here = told.within(since)
    counted = [token for token in here if _is_count(told, token)]
    if sum(token.unit is Unit.COUNT for token in here) > 1:
        return  # 老人2个、孩子1个
    if found := _MONTHS.search(told.led):
        first, last = (_NUMERALS.get(found[end]) or int(found[end]) for end in ("first", "last"))
        if last > first:
            yield Decimal(last - first + 1)
    elif counted:
        yield counted[-1]
    elif words("a_year").search(told.led):
        yield _TWELVE


def _is_count(told: Told, token: Quantity) -> bool:
    if token.value <= 1 or token.value != int(token.value) or token.approximate:
        return False
    if token.unit is Unit.DAYS:
        return True
    if token.unit is Unit.MONTHS:
        return "月" in token.span.cut(told.reading.text) and token.value <= _MOST_MONTHS and token.value != _TWELVE
    return is_people(told.reading, token)


def _one(told: Told, count: Decimal | Quantity) -> Quantity | None:
    """The last amount before, where it is of a month or of one head; else the one whose name the words repeat."""
    amounts = [token for token in told.money if not is_wage(told.reading, token)]
    if not amounts:
        return None
    if isinstance(count, Quantity) and count.unit is Unit.COUNT:
        fitting = [token for token in amounts if token.per_head]
        named = _named(told, amounts)
        return named or (fitting[-1] if fitting and fitting[-1] is amounts[-1] else None)
    last = amounts[-1]
    if isinstance(count, Quantity) and count.unit is Unit.DAYS:
        led = told.reading.text[max(told.sentence.span.start, last.span.start - _NEAR) : last.span.start]
        return last if last.per == "day" or _A_DAY.search(led) else None
    if (
        last.span.end < told.result.span.start - _STRETCH
        or period(told.reading, last) != "month"
        or (last.per_head and _of_several(told))
    ):
        return None
    return last if _is_all(told, amounts, last) else None


def _of_several(told: Told) -> bool:
    return any(is_people(told.reading, token) for token in told.within(paragraph(told)))


def _is_all(told: Told, amounts: list[Quantity], last: Quantity) -> bool:
    """True for the only monthly amount of its sentence, or for what is called a total."""
    home = told.reading.sentence_at(last.span)
    slot = told.reading.frame(last.span).get("aggregate")
    if slot is not None and slot.level == SEGMENT:
        return True
    mine = payer(told.reading, last)
    same = [token for token in amounts if home is not None and home.span.contains(token.span)]
    return len({token.value for token in same if payer(told.reading, token) == mine}) == 1


def _named(told: Told, amounts: list[Quantity]) -> Quantity | None:
    """一档400元,二档520元。五口人全选一档: the only amount whose name the words before the result repeat."""
    found = []
    for token in amounts:
        name = _LABEL.search(told.reading.text, max(0, token.span.start - 4), token.span.start)
        if name is not None and name.group()[-2:] in told.led:
            found.append(token)
    return found[0] if len(found) == 1 else None

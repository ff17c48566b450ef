"""So many times an amount told further up: 标准每月1950元。/ 可领16个月。一共31200元; 平均工资7600元,N+1一共76000元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_comparable, is_people, is_wage, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TWELVE, _MOST_MONTHS = Decimal(12), 60
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")
# What is paid once, by the months of a wage.
_BENEFIT = re.compile("补助金?|补偿金?|赔偿金?|抚恤金?|丧葬费?|津贴|代通知金")
_OF_ALL = re.compile("共|总|合计|累计|全部|拢共|全家|一家|下来")
_FAMILY = re.compile("家|口人|全|都|共|总|合计")
_EACH_HEAD = re.compile("(?:[每一]个?人|人均|每位|人头)[^,;。0-9]{0,8}$")
_EACH_DAY = re.compile("(?:[每一][天日]|日均|日)[^,;。0-9]{0,6}$")
# Another amount, or another count, is meant.
_OTHER = re.compile(
    "另|封顶|上限|最[高多低少]|至少|不[超到足]|每满|每[^人天日月年]|档|其中|除|乘|比|减|免|资助|补贴|利息|如果|若|以[上下内]"
)
_SHAPE = re.compile(
    r"每?满[一1]年[^,;。0-9]{0,8}[一1]个月|(?<![A-Za-z])(?P<times>[1-3])?[Nn](?:\s*\+\s*(?P<more>[1-3]))?(?![A-Za-z+])"
)
_GAP, _BACK = 12, 2
# 可领12个月。第七个月找到工作,一共领了10800元: not all of them.
_FEWER = re.compile("、|第|提前|只|仅|实际|找到|就业|上班|停|中断|已经|代[缴交]|财政|结果")
_COMES_TO = re.compile("[^,;。:0-9]{0,8},(?:计|合|共|即|为|是|约|就|算下来|折合)+")
_MARK = re.compile("[,;。:\n]")


def lumps(told: Told) -> Iterator[Calculation]:
    """The only amount a month, a day or a head of the last lines, times the only count of its kind since."""
    if told.result.per is not None or told.result.per_head or _OTHER.search(told.led):
        return
    for way in _by_count(told):
        if is_comparable(told.result.value, way.value, _LOW, _HIGH):
            yield way


def _by_count(told: Told) -> Iterator[Calculation]:
    area = _area(told)
    counts = [token for token in told.within(area) if _is_count(told, token)]
    kinds = {token.unit for token in counts}
    count = counts[-1] if len(kinds) == 1 and _one_count(told, counts) else None
    if count is None or not _is_led(told, count):
        return
    ones = [token for token in told.within(area) if token in told.money and _is_each(told, token, count)]
    others = [token for token in told.money if area.contains(token.span) and token.span.start > count.span.end]
    if not ones or words("beyond").search(_between(told, ones[-1], count)):
        return
    if len({token.value for token in ones}) == 1 and not [token for token in others if token not in ones]:
        yield Calculation("multiply", (ones[-1], count))


def _between(told: Told, one: Quantity, count: Quantity) -> str:
    """The words since the later of the two."""
    since = max(one.span.end, told.sentence.span.start if count.unit is Unit.MONTHS else count.span.end)
    return _BENEFIT.sub("", told.reading.text[since : told.result.span.start])


def _area(told: Told) -> Span:
    """The paragraph of the result and the one above it, but not beyond a heading."""
    blocks = told.reading.document.sections[told.sentence.section].blocks
    heading = max(
        (span.end for span in told.reading.framer.headings_above(told.sentence)[:1]),
        default=told.reading.document.sections[told.sentence.section].span.start,
    )
    start = blocks[max(0, told.sentence.block - _BACK)].span.start
    return Span(min(max(start, heading), told.result.span.start), told.result.span.start)


def _is_count(told: Told, token: Quantity) -> bool:
    if token.value <= 1 or token.value != int(token.value) or token.approximate:
        return False
    if token.unit is Unit.MONTHS:
        return "月" in token.span.cut(told.reading.text) and token.value <= _MOST_MONTHS
    return token.unit is Unit.DAYS or is_people(told.reading, token)


def _one_count(told: Told, counts: list[Quantity]) -> bool:
    """True where all counts are one, or the last one is right before the result, or called the sum of the others."""
    last = counts[-1]
    led = told.reading.text[max(0, last.span.start - 2) : last.span.start]
    alone = len({token.value for token in counts}) == 1
    beside = told.result.span.start - last.span.end <= _GAP
    return alone or beside or _OF_ALL.search(led) is not None


def _is_led(told: Told, count: Quantity) -> bool:
    """True where the words before the result call it the whole, or the benefit that is counted so."""
    if count.unit is Unit.COUNT:
        return _FAMILY.search(told.led) is not None and "月" not in told.led
    between = told.reading.text[count.span.end : told.result.span.start]
    named = _BENEFIT.search(told.clause) is not None and (count.unit is Unit.DAYS or not _MARK.search(between))
    before = told.reading.text[max(told.sentence.span.start, count.span.start - _GAP) : count.span.start]
    named = named or (_COMES_TO.fullmatch(between) is not None and _BENEFIT.search(before) is not None)
    return not _FEWER.search(between) and (_OF_ALL.search(told.led) is not None or named)


def _is_each(told: Told, token: Quantity, count: Quantity) -> bool:
    led = told.reading.text[max(told.sentence.span.start - 80, 0, token.span.start - _GAP) : token.span.start]
    if count.unit is Unit.COUNT:
        return (token.per_head or _EACH_HEAD.search(led) is not None) and token.per != "month"
    if count.unit is Unit.DAYS:
        return token.per == "day" or _EACH_DAY.search(led) is not None
    said = told.reading.text[max(told.sentence.span.start, count.span.start - _GAP) : told.result.span.start]
    wage = _BENEFIT.search(said) is not None and is_wage(told.reading, token)
    return wage or (not is_wage(told.reading, token) and period(told.reading, token) == "month")


def by_service(told: Told) -> Iterator[Calculation]:
    """N+1: N is the years of service, and what follows it the months on top."""
    said = told.reading.text[told.sentence.span.start : told.result.span.start]
    shapes = {found.group("times", "more") for found in _SHAPE.finditer(said)}
    years = [token for token in told.within(_area(told)) if _is_years(told, token) and token.value > _TWELVE]
    wages = {token.value: token for token in told.within(_area(told)) if is_wage(told.reading, token)}
    if len(shapes) != 1 or len({token.value for token in years}) != 1 or len(wages) != 1:
        return
    ((times, more),) = shapes
    served = Calculation("divide", (years[0], _TWELVE))
    counted = Calculation("add", (served, Decimal(more))) if more else served
    (wage,) = wages.values()
    once = Calculation("multiply", (wage, counted))
    way = Calculation("multiply", (once, Decimal(times))) if times else once
    led = _SHAPE.sub("", told.led)
    named = _OF_ALL.search(led) or _BENEFIT.search(told.clause)
    if named and is_comparable(told.result.value, way.value, _LOW, _HIGH) and not _OTHER.search(led):
        yield way


def _is_years(told: Told, token: Quantity) -> bool:
    """True for whole years that are told as such."""
    written = token.span.cut(told.reading.text)
    return token.unit is Unit.MONTHS and "年" in written and "月" not in written and token.value % _TWELVE == 0

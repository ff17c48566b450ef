"""How many times as much, and how much of it in each month: 正好是前者的2倍; 四百块摊到十二个月,每月合33块多."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_comparable, is_people, paragraph, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TWELVE = Decimal(12)
_IS_OF = re.compile(
    "(?:^|[,;。:(那])(?:也就是说|可见|这样|算下来|其中|,)*(?P<one>[一-鿿]{2,6}?)(?:[缴交出掏拿付领扛担][的了]?(?:钱|费)?)?"
    "(?:正好|刚好|恰好|大约|差不多|几乎|约)?(?:是|为|相当于|等于|达到?)(?P<other>[一-鿿]{2,8}?)[的得](?:整整|正好|大约|约|近|足足)?$"
)
# What may stand between a name and its amount: 上限是21000元, 个人每月交640元.
_STANDS = "(?:缴费|基数|标准|部分|每个?月|每年|一年|要|应|只|缴纳|缴|交|出|拿|领|大?约|定|为|是|:|\\s)*$"
_SHARED = frozenset({Unit.YUAN, Unit.NONE, Unit.PERCENT, Unit.POINTS})
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")
_DIVIDED_BY = ("除以", "除", "计发月数", "计发月数为", "计发月数是", "÷")
_PLAIN = frozenset({Unit.NONE, Unit.MONTHS, Unit.COUNT})
_NEAR, _FAR, _NAME = 40, 80, 16
_EACH = {
    Unit.COUNT: re.compile("人均|[每一]个?人"),
    Unit.MONTHS: re.compile("月均|[每一]个?月|单月|按月"),
    Unit.DAYS: re.compile("日均|[每一][天日]"),
}
_IN_A_YEAR = {Unit.MONTHS: (12,), Unit.DAYS: (365, 360, 366)}


def ratios(told: Told) -> Iterator[Calculation]:
    """One amount by another, where the words before the result point back to both or repeat their names."""
    led = _IS_OF.search(told.reading.text[told.sentence.span.start : told.result.span.start])
    if told.result.unit is not Unit.TIMES or led is None:
        return
    one, other = _pointed_at(told) or (_named(told, led["one"]), _named(told, led["other"]))
    if one is not None and other is not None and one.per == other.per and one.unit is other.unit and one is not other:
        yield Calculation("divide", (one, other))


def _pointed_at(told: Told) -> tuple[Quantity, Quantity] | None:
    """The last two amounts, for 是前者的2倍 and 是后者的一半."""
    if len(told.money) < len(("former", "latter")) or told.result.span.start - told.money[-2].span.end > _FAR:
        return None
    former, latter = told.money[-2:]
    if words("former").search(told.clause):
        return latter, former
    return (former, latter) if words("latter").search(told.clause) else None


def _named(told: Told, name: str) -> Quantity | None:
    """The only figure of the paragraph that stands right behind a name."""
    text, area = told.reading.text, paragraph(told)
    behind = re.compile(re.escape(name) + _STANDS)
    found = [
        token
        for token in told.within(area)
        if token.unit in _SHARED and behind.search(text, max(area.start, token.span.start - _NAME), token.span.start)
    ]
    if len({token.values for token in found}) != 1:
        return None
    terms = told.reading.terms_in(Span(found[-1].span.end, told.result.span.start))
    return None if any("scheme" in term.facets for term in terms) else found[0]


def shared_out(told: Told) -> Iterator[Calculation]:
    """A sum by how many share it: the only count before, or the months or days of the year that it is for."""
    if not told.money or words("beyond").search(told.clause) or not words("shared_out").search(told.led + told.clause):
        return
    whole = told.money[-1]
    kind = next((kind for kind, each in _EACH.items() if each.search(told.clause)), None)
    if kind is None or told.result.span.start - whole.span.end > _NEAR or whole not in told.here:
        return
    led = told.reading.text[max(0, whole.span.start - _NAME) : whole.span.start]
    counts = {token.value: token for token in told.here if token.unit is kind and token.value != 1}
    if kind is Unit.COUNT:
        counts = {value: token for value, token in counts.items() if is_people(told.reading, token)}
    if counts.keys() - {_TWELVE} and not words("added").search(led):
        return  # 头三个月平均每月500元
    of_a_year = "年" in led or period(told.reading, whole) == "year"
    divisors: list[Quantity | Decimal] = [*counts.values()]
    divisors = divisors or [Decimal(count) for count in _IN_A_YEAR.get(kind, ()) if of_a_year]
    ways = [Calculation("divide", (whole, divisor)) for divisor in divisors]
    if ways and len(counts) <= 1:
        way = min(ways, key=lambda way: abs(way.value - told.result.value))
        if is_comparable(told.result.value, way.value, _LOW, _HIGH):
            yield way


def divided(told: Told) -> Iterator[Calculation]:
    """储存额除以139。储存额97300元,每月700元: the last amount by the only number that something is divided by."""
    text = told.reading.text
    divisors = {
        token.value: token
        for token in told.figures
        if token.unit in _PLAIN and token.value > 1 and text.endswith(_DIVIDED_BY, 0, token.span.start)
    }
    if len(divisors) != 1 or not told.money or not words("a_month").search(told.clause):
        return
    divisor = next(iter(divisors.values()))
    whole = [token for token in told.money if token is not divisor][-1:]
    for one in whole:
        way = Calculation("divide", (one, divisor))
        if is_comparable(told.result.value, way.value, _LOW, _HIGH) and period(told.reading, one) is None:
            yield way


def is_floor(told: Told, way: Calculation) -> bool:
    """True where 43块多 is meant to be from 43 to 44, and that is so."""
    return told.result.bound == "over" and told.result.value <= way.value < told.result.value + told.result.step


def as_told(result: Quantity) -> bool:
    """True for a plain figure, and for 43块多."""
    return not result.is_range and (result.bound is None or (result.bound == "over" and result.approximate))

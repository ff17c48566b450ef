"""What several people, or days, come to: 甲公司有30人,每人每月1100元,一年要付39.6万元; 两个孩子、两个老人一共1560元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_comparable, is_people, is_wage, paragraph, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_NOUN = re.compile("[\u4e00-\u9fff]{2}")
_MARKS = re.compile("[,;。:、(\n]")
_OF_ALL = re.compile("每个?[人位名口]|人均")
# 住院12天,每天30元: so much for each of the days or months told before.
_SPELLS = {Unit.DAYS: re.compile("[每一][天日]"), Unit.MONTHS: re.compile("[每一]个?月")}
_ONLY_A_NAME = re.compile("[,，][\u4e00-\u9fff]{2,5}")
_REACH = 14
_A_YEAR = Decimal(12)
_LOW, _HIGH = Decimal("0.4"), Decimal(2)


def people(told: Told) -> Iterator[Calculation]:
    """The amount of each times their number, or the amounts of each kind of people times theirs."""
    here = told.within(paragraph(told))
    counts = [token for token in here if is_people(told.reading, token) or _is_spell(told, token)]
    money = [token for token in here if token in told.money and not is_wage(told.reading, token)]
    plain = (words("added", "acts", "a_year", "comes_to").search(told.led) or _adds_up(told)) and not words(
        "beyond"
    ).search(told.clause)
    if not counts or not money or not plain or told.result.per_head:
        return
    ways = _of_each_kind(told, counts, money) if len(counts) > 1 else _of_all(told, counts[0], money)
    for way in ways:
        if is_comparable(told.result.value, way.value, _LOW, _HIGH):
            yield way


def _of_all(told: Told, count: Quantity, money: Sequence[Quantity]) -> Iterator[Calculation]:
    """The only amount of a head, told behind the number of heads."""
    one = money[-1]
    each = one.per_head or _OF_ALL.search(_led(told, one)) is not None
    if count.unit in _SPELLS:
        each = _SPELLS[count.unit].search(_led(told, one)) is not None and _adds_up(told)
        money = [token for token in money if _SPELLS[count.unit].search(_led(told, token))]
    elif len(money) == len(("was", "now")) and words("more", "less").search(told.led):
        yield from _more_for_all(told, count, money)
        return
    if not each or len(money) > 1 or count.span.start > one.span.start or count.value <= 1:
        return
    if words("a_year").search(told.led) and period(told.reading, one) == "month":
        yield Calculation("multiply", (one, count, _A_YEAR))
    else:
        yield Calculation("multiply", (one, count))


def _adds_up(told: Told) -> bool:
    """True where the words add up, or only name what it is: 每天20元,滞纳金620元."""
    return words("added").search(told.led) is not None or _ONLY_A_NAME.fullmatch(told.led) is not None


def _more_for_all(told: Told, count: Quantity, money: Sequence[Quantity]) -> Iterator[Calculation]:
    """去年380元,今年400元,全家5口人多花100元: the difference for each of them."""
    lower, higher = sorted(money, key=lambda token: token.value)
    was, now = words("last_year", "was"), words("now")
    told_apart = was.search(_led(told, money[0])) and now.search(_led(told, money[1]))
    if told_apart and count.span.start > money[1].span.start and lower.value != higher.value:
        yield Calculation("multiply", (Calculation("subtract", (higher, lower)), count))


def _of_each_kind(told: Told, counts: Sequence[Quantity], money: Sequence[Quantity]) -> Iterator[Calculation]:
    """Each count by the only amount before which its people are named."""
    products = []
    for count in counts:
        noun = _NOUN.match(told.reading.text, count.span.end)
        named = [token for token in money if noun is not None and noun.group() in _led(told, token)]
        if len(named) != 1:
            return
        products.append(Calculation("multiply", (named[0], count)))
    if len({next(way.tokens()).span for way in products}) == len(money):
        yield Calculation("add", tuple(products))


def _is_spell(told: Told, token: Quantity) -> bool:
    counted = token.unit in _SPELLS and not token.approximate and token.value > 1
    return counted and "年" not in token.span.cut(told.reading.text)


def _led(told: Told, token: Quantity) -> str:
    return _MARKS.split(told.reading.text[max(0, token.span.start - _REACH) : token.span.start])[-1]

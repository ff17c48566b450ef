"""What is left of a whole when what is told behind it is taken away: 费用6800元,统筹4900元,大病600元,个人1300元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.derived.operations.roles import stretch
from linter.claims.derived.operations.told import Told, is_comparable, is_wage
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity

_MARKS = re.compile("[,;。:、(\n]")
# 社保903元、公积金860元和个税: something is taken off that is not told.
_MORE = re.compile("[和与及、]|税|等")
# What may be taken or paid besides, or is not so for certain.
_OPEN = re.compile("税(?!前)|补[贴助]|津贴|奖|另|加班|绩效|提成|假[设如]|如果|若|以外|报销")
# 五险一金的个人部分约为405元: everything that is taken off, by its name.
_ALL_TAKEN = re.compile("(?:[三四五六]险(?:一金)?|社保和?公积金|各项|全部|所有)[^,;。:0-9]{0,12}$")
_WAGE_BEHIND = re.compile("(?:的)?(?:月)?(?:工资|薪水|薪资|月薪|收入)")
# 到手约7570元(已扣个税): more is taken off than the sentence tells before it.
_TAXED = re.compile("[^,;。:\n]{0,8}\\([^()\n]*税")
_MOST = 5
_REACH = 16
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")


def rests_told(told: Told) -> Iterator[Calculation]:
    """The first amount of the sentence, called a whole, less all others before the result, which are taken from it."""
    if not words("rest").search(told.clause) or words("of_which", "apart_by", "up", "added").search(told.clause):
        return
    if _TAXED.match(told.reading.text, told.result.span.end):
        return
    here = _told_of(told)
    if len(here) < len(("whole", "part")):
        return
    whole, *parts = here
    if _MORE.search(told.led) or not 1 <= len(parts) <= _MOST or not words("whole").search(_led(told, whole)):
        return
    way = Calculation("subtract", (whole, *parts))
    plain = (
        not any(
            words("limit_words", "of_which", "a_year", "apart_by", "besides").search(_led(told, part)) for part in parts
        )
        and len({whole.per, *(p.per for p in parts)} - {None}) <= 1
    )
    if plain and is_comparable(told.result.value, way.value, _LOW, _HIGH):
        yield way


def rest_of_wage(told: Told) -> Iterator[Calculation]:
    """合同工资7600元。…三险一共扣掉798元,卡里剩6802元: the only wage of the section, less the total told last."""
    if not words("rest").search(told.led) or len(told.money) < len(("wage", "taken")):
        return
    taken = told.money[-1]
    led = told.reading.text[max(told.sentence.span.start, taken.span.start - _REACH) : taken.span.start]
    wages = {token.value: token for token in told.money[:-1] if is_wage(told.reading, token)}
    if _TAXED.match(told.reading.text, told.result.span.end):
        return
    if len(wages) != 1 or taken not in told.here or not (words("added").search(led) or _ALL_TAKEN.search(led)):
        return
    (wage,) = wages.values()
    said = told.reading.text[max(0, wage.span.start - _REACH) : told.result.span.start]
    if not _OPEN.search(said) and (
        words("whole").search(_led(told, wage)) or _WAGE_BEHIND.match(told.reading.text, wage.span.end)
    ):
        way = Calculation("subtract", (wage, taken))
        if way.value < told.result.value < way.value * _HIGH:
            yield way  # something untold may be taken as well: less than that is no error


def _told_of(told: Told) -> Sequence[Quantity]:
    """The amounts of the sentence so far; where it has none, those since the last that is called a whole."""
    clauses = stretch(told)
    here = [token for token in told.here if token in told.money]
    here = [token for token in here if clauses.contains(token.span)] or here
    if here:
        return here
    near = [token for token in told.money if told.is_near(token)]
    wholes = [at for at, token in enumerate(near) if words("whole").search(_led(told, token))]
    return near[wholes[-1] :] if wholes else ()


def _led(told: Told, token: Quantity) -> str:
    return _MARKS.split(told.reading.text[max(0, token.span.start - _REACH) : token.span.start])[-1]

"""What is left of a whole when all that is told behind it is taken away: 费用6800元,统筹付4900元,大病付600元,个人付1300元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.model.calculation import Calculation
from linter.claims.calculations.change_words import any_of
from linter.claims.derived.operations.told import Told
from linter.scan.tokens import Quantity
from linter.text import Span
from reference.vocabulary import worded

_MARKS = re.compile("[,;。:、(\n]")
# 社保903元、公积金860元和个税: something is taken off that is not told.
_MORE = re.compile("[和与及、]|税|等")
_MOST = 5
_REACH = 16
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")


def rests_told(told: Told) -> Iterator[Calculation]:
    """The first amount of the sentence, called a whole, less all others before the result, which are taken from it."""
    if not _rest().search(told.clause) or _no_rest().search(told.clause):
        return
    whole, *parts = [*_here(told)] or [None]
    if (
        _MORE.search(told.led)
        or whole is None
        or not 1 <= len(parts) <= _MOST
        or not _whole().search(_led(told, whole))
    ):
        return
    way = Calculation("subtract", (whole, *parts))
    plain = (
        not any(_no_part().search(_led(told, part)) for part in parts)
        and len({whole.per, *(p.per for p in parts)} - {None}) <= 1
    )
    if plain and way.value > 0 and _LOW < told.result.value / way.value < _HIGH:
        yield way


def _here(told: Told) -> Iterator[Quantity]:
    """The amounts of the sentence so far, without what is written in a bracket; none where a rate tells how to go on."""
    own = Span(told.sentence.span.start, told.result.span.start)
    yield from (token for token in told.money if own.contains(token.span))


def _led(told: Told, token: Quantity) -> str:
    return _MARKS.split(told.reading.text[max(0, token.span.start - _REACH) : token.span.start])[-1]


@worded
def _rest() -> re.Pattern[str]:
    return re.compile(any_of("rest"))


@worded
def _no_rest() -> re.Pattern[str]:
    return re.compile(any_of("of_which", "apart_by", "up", "added"))


@worded
def _whole() -> re.Pattern[str]:
    return re.compile(any_of("whole"))


@worded
def _no_part() -> re.Pattern[str]:
    return re.compile(any_of("limit_words", "of_which", "a_year", "apart_by", "beyond"))

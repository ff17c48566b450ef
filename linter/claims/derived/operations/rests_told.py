"""What is left of a whole when all that is told behind it is taken away: 费用6800元,统筹4900元,大病600元,个人1300元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_comparable
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity

_MARKS = re.compile("[,;。:、(\n]")
# 社保903元、公积金860元和个税: something is taken off that is not told.
_MORE = re.compile("[和与及、]|税|等")
_MOST = 5
_REACH = 16
_LOW, _HIGH = Decimal("0.4"), Decimal("2.5")


def rests_told(told: Told) -> Iterator[Calculation]:
    """The first amount of the sentence, called a whole, less all others before the result, which are taken from it."""
    if not words("rest").search(told.clause) or words("of_which", "apart_by", "up", "added").search(told.clause):
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


def _told_of(told: Told) -> Sequence[Quantity]:
    """The amounts of the sentence so far; where it has none, those since the last that is called a whole."""
    here = [token for token in told.here if token in told.money]
    if here:
        return here
    near = [token for token in told.money if told.is_near(token)]
    wholes = [at for at, token in enumerate(near) if words("whole").search(_led(told, token))]
    return near[wholes[-1] :] if wholes else ()


def _led(told: Told, token: Quantity) -> str:
    return _MARKS.split(told.reading.text[max(0, token.span.start - _REACH) : token.span.start])[-1]

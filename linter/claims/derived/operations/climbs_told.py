"""A first figure, and as much again for each of so many: 固定3个月,断了三年,每年再加1个月,一共6个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.derived.operations.told import Told
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_OF_A_YEAR = re.compile("每(?:多|满|再)?[断缺少缴交停]?(?:缴|交|保)?[一1]?年[^,;。0-9]{0,6}$")
_REACH, _EACH_REACH = 14, 5
_TWELVE = Decimal(12)
_YEARS = "年"
_UNITS = frozenset({Unit.MONTHS, Unit.YUAN, Unit.DAYS})


def climbs_told(told: Told) -> Iterator[Calculation]:
    """The figure before, and the step times the years told between it and the step; of the only such three."""
    result = told.result
    if result.unit not in _UNITS or not words("added").search(told.clause):
        return
    here = [token for token in told.here if not _is_each(told, token)]
    if len(here) != len(("first", "years", "step")):
        return
    first, years, step = here
    times = years.value / _TWELVE
    counted = years.unit is Unit.MONTHS and years.span.cut(told.reading.text).endswith(_YEARS) and times == int(times)
    led = told.reading.text[max(0, step.span.start - _REACH) : step.span.start]
    if counted and first.unit is step.unit is result.unit and _OF_A_YEAR.search(led) and words("raise").search(led):
        yield Calculation("add", (first, Calculation("multiply", (step, times))))


def _is_each(told: Told, token: Quantity) -> bool:
    """True for 一年 in 每断一年."""
    led = told.reading.text[max(0, token.span.start - _EACH_REACH) : token.span.start]
    return token.unit is Unit.MONTHS and token.value == _TWELVE and "每" in led

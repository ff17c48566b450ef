"""Late fees by the day whose day's amount is not told: 欠费10000元,按日万分之五,拖了100天,滞纳金500元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from linter.claims.context.amounts import before, clause, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_FEE = re.compile("滞纳金")
_OWED = re.compile("欠|少缴|漏缴|未缴|没缴|应缴|本金|拖")
_BY_DAY = re.compile(r"(?:按日|每日|每天|每一天|一天|日|逐日)[^,;。0-9]{0,8}$")
_HIGHEST_FEE = Decimal("0.3")
_CENTS = Decimal(1)


def late_fee(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """Sum owed × rate a day × days, of the only sum, rate and count of days the paragraph tells."""
    figures = reading.quantities_in(before(reading, sentence, result))
    if result.unit is not Unit.YUAN or not _FEE.search(clause(reading, sentence, result.span)):
        return None
    money = [token for token in figures if token.unit is Unit.YUAN and is_exact(token) and not token.per]
    days = [token for token in figures if token.unit is Unit.DAYS and is_exact(token)]
    rates = [token for token in figures if _is_daily_rate(reading, sentence, token)]
    owed = [token for token in money if _OWED.search(clause(reading, sentence, token.span))]
    ways = [Calculation("multiply", way) for way in product(money, rates, days)]
    if _explain(ways, money, result):
        return None
    if any(len({token.value for token in found}) != 1 for found in (owed, rates, days)) or len(money) > len(owed) + 1:
        return None
    return Calculation("multiply", (owed[-1], rates[-1], days[-1]))


def _is_daily_rate(reading: Reading, sentence: Sentence, token: Quantity) -> bool:
    if token.unit is not Unit.PERCENT or not is_exact(token) or token.value > _HIGHEST_FEE:
        return False
    return _BY_DAY.search(clause(reading, sentence, token.span)) is not None


def _explain(ways: Iterable[Calculation], money: Sequence[Quantity], result: Quantity) -> bool:
    """True when one of the ways gives what is written, alone or with one of the amounts added or paid already."""
    allowed = max(_CENTS, result.step)
    besides = [Decimal(0), *(token.value for token in money)]
    return any(
        abs(abs(value + sign * other) - result.value) <= allowed
        for value in {way.value for way in ways}
        for other in besides
        for sign in (1, -1)
    )

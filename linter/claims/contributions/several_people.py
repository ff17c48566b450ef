"""Amounts of several people, or of both who pay, together: 公司10个人,人均基数5000元,单位养老16%,每月8000元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.calculations.consistency import INCONSISTENT, compare, product
from linter.claims.context.payers import BOTH
from linter.claims.context.reading import Reading
from linter.claims.model import ProductClaim
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

_PEOPLE = re.compile("人|口|名|位|个(?:人|员工|职工|同事)")
_BOTH = re.compile(BOTH)
_MONTHS = (1, 12)


def is_of_several(reading: Reading, claim: ProductClaim) -> bool:
    """True where the amount is that of as many as its sentence counts, and not said to be of each."""
    if claim.amount.per_head:
        return False
    alone = product(claim)
    numbers = [count.value for count in reading.quantities_in(claim.context) if _are_people(reading.text, count)]
    if _BOTH.search(reading.text, claim.context.start, claim.context.end):
        numbers.append(Decimal(2))
    together = (alone * Interval.point(number * months) for number in numbers for months in _MONTHS)
    return any(compare(each, claim.amount) != INCONSISTENT for each in together)


def _are_people(text: str, count: Quantity) -> bool:
    counted = (count.classifier or "") + text[count.span.end : count.span.end + 2]
    return count.unit is Unit.COUNT and count.value > 1 and _PEOPLE.match(counted) is not None

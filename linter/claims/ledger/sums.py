"""What the parts of a ledger come to: amounts as they stand, rates of the base."""

from __future__ import annotations

from decimal import Decimal

from linter.claims.calculations.consistency import in_fractions
from linter.claims.model import LedgerClaim, Part
from linter.scan.tokens import Unit
from reference.interval import Interval

_HUNDRED, _NOTHING = Decimal(100), Decimal(0)


def part_value(claim: LedgerClaim, part: Part) -> Interval:
    """A part in the unit of the total: yuan, or per cent."""
    if part.token.unit is not Unit.PERCENT:
        return in_fractions(part.token)
    scale = _HUNDRED if claim.base is None else claim.base.value
    return in_fractions(part.token) * Interval.point(scale)


def ledger_sum(claim: LedgerClaim) -> tuple[Decimal, Decimal]:
    """The least and the most that the parts can come to."""
    ends = [part_value(claim, part) for part in claim.parts]
    return sum((end.low or _NOTHING for end in ends), _NOTHING), sum((end.high or _NOTHING for end in ends), _NOTHING)

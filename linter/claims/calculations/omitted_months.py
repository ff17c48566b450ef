"""Whether a calculation may leave out its ×12: 960×20÷139 where a year is spoken of."""

from __future__ import annotations

from linter.claims.context.frame import SEGMENT
from linter.claims.context.reading import Reading
from linter.claims.model import Expression
from linter.scan.tokens import Quantity

_YEARLY_WORDS = ("年", "12个月", "十二个月")
_MONTHS = 12


def may_omit_months(reading: Reading, expression: Expression, stated: Quantity, around: str) -> bool:
    """True where the text around a calculation speaks of a year, unless it shares a year out to its months itself."""
    yearly = stated.per == "year" or any(word in around for word in _YEARLY_WORDS)
    return yearly and not (_shares_out(expression) and _is_of_month(reading, stated))


def _shares_out(expression: Expression) -> bool:
    """True for a calculation that divides by the months of a year: 96000÷12×8%."""
    last = expression.operands[-1].number if expression.op == "/" else None
    return (last is not None and last.value == _MONTHS) or any(_shares_out(each) for each in expression.operands)


def _is_of_month(reading: Reading, stated: Quantity) -> bool:
    slot = reading.frame(stated.span).get("per")
    return stated.per == "month" or (slot is not None and slot.level == SEGMENT and slot.value == "month")

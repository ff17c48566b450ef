"""A calculation that the text leaves to its reader: over numbers it writes and constants of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from linter.scan.tokens import Quantity, Unit

HUNDRED = Decimal(100)
_PRECISION = 50


@dataclass(frozen=True, slots=True)
class Calculation:
    """``op`` (add, subtract, multiply, divide) of ``operands``, from left to right."""

    op: str
    operands: tuple[Quantity | Decimal | Calculation, ...]

    @property
    def value(self) -> Decimal:
        """What it comes to; percentages count as hundredths."""
        first, *others = (number(operand) for operand in self.operands)
        with localcontext() as exact:
            exact.prec = _PRECISION
            for other in others:
                first = _applied(self.op, first, other)
        return first

    def tokens(self) -> Iterator[Quantity]:
        """The numbers of the text in it, in order."""
        for operand in self.operands:
            if isinstance(operand, Calculation):
                yield from operand.tokens()
            elif isinstance(operand, Quantity):
                yield operand


def number(operand: Quantity | Decimal | Calculation) -> Decimal:
    """An operand as a number."""
    if isinstance(operand, Calculation):
        return operand.value
    if isinstance(operand, Quantity):
        return operand.value / HUNDRED if operand.unit is Unit.PERCENT else operand.value
    return operand


def _applied(op: str, one: Decimal, other: Decimal) -> Decimal:
    match op:
        case "add":
            return one + other
        case "subtract":
            return one - other
        case "multiply":
            return one * other
        case _:
            return one / other

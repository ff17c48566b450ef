"""What the steps of a worked example share: money that is a result, the words before it, calculations as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.calculations.consistency import INCONSISTENT, compare
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_exact
from linter.claims.context.reading import Reading
from linter.claims.model import Expression
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

Worked = tuple[Quantity, Calculation]
"""A result as written, and the calculation that it should be the result of."""

_OPS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
_CLAUSE = re.compile("[,;。:!?\n]")
_MONEY = frozenset({Unit.YUAN, Unit.NONE})


def is_money(token: Quantity) -> bool:
    """True for one sum, about or exact, with its unit or without."""
    return token.unit in _MONEY and is_exact(token) and token.value > 0


def operands(reading: Reading) -> Iterator[frozenset[int]]:
    """Once: where the figures start that calculations are made of: only their results are told."""
    claims = reading.once(extract_equations)
    yield frozenset(token.span.start for claim in claims for token in reading.quantities_in(claim.left_span))


def results_between(reading: Reading, start: int, end: int) -> list[Quantity]:
    """The sums of a stretch that are no operands of a calculation written there."""
    (inside,) = reading.once(operands)
    told = reading.quantities_in(Span(start, max(start, end)))
    return [token for token in told if is_money(token) and token.span.start not in inside]


def clause_before(reading: Reading, token: Quantity, reach: int) -> str:
    """The words right before a figure, back to the last mark."""
    return _CLAUSE.split(reading.text[max(0, token.span.start - reach) : token.span.start])[-1]


def agrees(result: Quantity, way: Calculation) -> bool:
    """True where what is written is what the calculation gives, as far as it is rounded."""
    return compare(Interval.point(way.value), result) != INCONSISTENT


def as_calculation(expression: Expression) -> Calculation | None:
    """A written calculation as one that is shown; ``None`` for a single number."""
    operation = _as_operand(expression)
    return operation if isinstance(operation, Calculation) else None


def _as_operand(expression: Expression) -> Calculation | Quantity:
    if expression.number is not None:
        return expression.number
    return Calculation(_OPS[expression.op], tuple(_as_operand(each) for each in expression.operands))

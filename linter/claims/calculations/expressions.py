"""Written calculations as trees: lexemes parsed into operators over numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.claims.calculations.lexemes import CLOSE, NUMBER, OPEN, OPERATOR, Lexeme
from linter.claims.model import Expression
from linter.scan.tokens import Unit

_Rule = Callable[[], Expression | None]
MOST_PIECES = 100
"""A calculation of more numbers, signs and brackets than these is none that a person wrote out."""
NO_ARITHMETIC = frozenset({Unit.AGE, Unit.POINTS, Unit.WORKDAYS})
"""What nobody calculates with."""


def parsed(pieces: Sequence[Lexeme]) -> Expression | None:
    """The calculation that exactly these pieces write; ``None`` without an operator or with anything else in it."""
    if len(pieces) > MOST_PIECES or not any(piece.kind == OPERATOR for piece in pieces):
        return None
    parser = _Parser(pieces)
    expression = parser.sum()
    if expression is None or parser.at != len(pieces) or not _is_calculable(expression):
        return None
    return expression


def _is_calculable(expression: Expression) -> bool:
    if expression.number is not None:
        token = expression.number
        return token.unit not in NO_ARITHMETIC and not token.is_range and token.bound is None
    if expression.op == "-" and _is_range_of_rates(*expression.operands):
        return False  # 6000×(0.2%-1.9%)
    if expression.op in ("+", "-") and len({_is_time(operand) for operand in expression.operands}) > 1:
        return False  # 200×15 + 15年政府补贴: the years belong to the words behind them
    if expression.op == "+" and _leaves_years_out(*expression.operands):
        return False  # 3000元/年×15年+675元/年: whoever writes so means fifteen times the second, too
    return all(_is_calculable(operand) for operand in expression.operands)


def _leaves_years_out(first: Expression, second: Expression) -> bool:
    """True for a yearly amount beside the product of a yearly amount and its years."""
    for one, other in ((first, second), (second, first)):
        yearly = one.number is not None and one.number.per == "year"
        if yearly and other.op == "*" and any(_is_time(operand) for operand in other.operands):
            return True
    return False


def _is_range_of_rates(low: Expression, high: Expression) -> bool:
    rates = [one.number for one in (low, high) if one.number is not None and one.number.unit is Unit.PERCENT]
    return len(rates) == 2 and rates[0].value < rates[1].value


def _is_time(expression: Expression) -> bool:
    return expression.number is not None and expression.number.unit in (Unit.MONTHS, Unit.DAYS)


class _Parser:
    """Recursive descent over lexemes: products bind before sums."""

    def __init__(self, pieces: Sequence[Lexeme]) -> None:
        self._pieces = pieces
        self.at = 0

    def sum(self) -> Expression | None:
        return self._chain(("+", "-"), self._product)

    def _product(self) -> Expression | None:
        return self._chain(("*", "/"), self._operand)

    def _chain(self, operators: tuple[str, ...], operand: _Rule) -> Expression | None:
        left = operand()
        while left is not None and self._peek(OPERATOR) in operators:
            op = self._take().op
            right = operand()
            left = None if right is None else Expression(op, (left, right))
        return left

    def _operand(self) -> Expression | None:
        if self.at >= len(self._pieces):
            return None
        if self._pieces[self.at].kind == NUMBER:
            return Expression("number", number=self._take().number)
        if self._pieces[self.at].kind != OPEN:
            return None
        self._take()
        inner = self.sum()
        if inner is None or self._peek(CLOSE) is None:
            return None
        self._take()
        return inner

    def _peek(self, kind: str) -> str | None:
        piece = self._pieces[self.at] if self.at < len(self._pieces) else None
        return piece.op if piece is not None and piece.kind == kind else None

    def _take(self) -> Lexeme:
        piece = self._pieces[self.at]
        self.at += 1
        return piece

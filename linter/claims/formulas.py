"""Calculations as an article writes them: products before sums, names and notes of their numbers left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.claims.lexemes import CLOSE, EQUALS, NUMBER, OPEN, OPERATOR, SEPARATOR, WORD, Lexeme
from linter.claims.model import Expression
from linter.scan.tokens import Unit
from linter.text import Span

NO_ARITHMETIC = frozenset({Unit.AGE, Unit.POINTS, Unit.WORKDAYS})
_Rule = Callable[[], Expression | None]


def left_of_equals(pieces: Sequence[Lexeme]) -> tuple[Expression, Span] | None:
    """The longest complete calculation that ends at the end of ``pieces``; it must hold an operator."""
    start = len(pieces)
    depth = 0
    while start > 0:
        kind = pieces[start - 1].kind
        depth += (kind == CLOSE) - (kind == OPEN)
        if kind == OPEN and depth < 0 and start > 1 and pieces[start - 2].kind == OPERATOR:
            return None  # 4000×(8%+2%(下限5%)=400: a bracket that is never closed
        if kind == EQUALS or (kind == SEPARATOR and depth <= 0) or depth < 0:
            break
        start -= 1
    return calculation(pieces[start:])


def calculation(pieces: Sequence[Lexeme]) -> tuple[Expression, Span] | None:
    """The longest calculation that ends where the pieces end and does not start behind an operator."""
    cut = _without_labels(pieces)
    while cut and cut[0].op == "-":  # the dash of a list item
        cut = cut[1:]
    for start, piece in enumerate(cut):
        continues = start > 0 and cut[start - 1].kind in (OPERATOR, OPEN)
        if piece.kind not in (NUMBER, OPEN) or continues:
            continue
        expression = parsed(cut[start:])
        if expression is not None:
            return expression, Span(piece.span.start, cut[-1].span.end)
    return None


def parsed(pieces: Sequence[Lexeme]) -> Expression | None:
    """The calculation that exactly these pieces write; ``None`` without an operator or with anything else in it."""
    if not any(piece.kind == OPERATOR for piece in pieces):
        return None
    parser = _Parser(pieces)
    expression = parser.sum()
    if expression is None or parser.at != len(pieces) or not _is_calculable(expression):
        return None
    return expression


def _without_labels(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """The calculation without names of summands (养老1600元 + 失业80元) and notes behind them (1600元(养老))."""
    kept: list[Lexeme] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind == OPEN and kept and kept[-1].kind == NUMBER:
            behind = after_bracket(pieces, index)
            if pieces[index - 1].kind == WORD and _is_operand(pieces, index, behind):
                kept = []  # 五年多得(8310+4986)÷2: the number belongs to the words, the bracket to the calculation
            else:
                index = behind
                continue
        follows_number = index + 1 < len(pieces) and pieces[index + 1].kind in (NUMBER, OPEN)
        begins = not kept or kept[-1].kind in (OPERATOR, OPEN)
        trails = bool(kept) and kept[-1].kind in (NUMBER, CLOSE)
        if piece.kind == WORD and ((begins and follows_number) or trails):
            index += 1
            continue
        kept.append(piece)
        index += 1
    return kept


def _is_operand(pieces: Sequence[Lexeme], index: int, behind: int) -> bool:
    """True for a bracket that is calculated with: one with a calculation in it, or a mere number and a sign behind."""
    inside = pieces[index + 1 : behind - 1]
    if any(piece.kind == OPERATOR for piece in inside):
        return True
    goes_on = behind < len(pieces) and pieces[behind].kind == OPERATOR
    return goes_on and [piece.kind for piece in inside] == [NUMBER]


def after_bracket(pieces: Sequence[Lexeme], index: int) -> int:
    """Where the bracket that opens at ``index`` has ended."""
    depth = 0
    while index < len(pieces):
        depth += (pieces[index].kind == OPEN) - (pieces[index].kind == CLOSE)
        index += 1
        if depth == 0:
            break
    return index


def _is_calculable(expression: Expression) -> bool:
    if expression.number is not None:
        token = expression.number
        return token.unit not in NO_ARITHMETIC and not token.is_range and token.bound is None
    return all(_is_calculable(operand) for operand in expression.operands)


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

"""Calculations among the words of an article: names and notes of their numbers left out."""

from __future__ import annotations

from collections.abc import Sequence

from linter.claims.calculations.expressions import MOST_PIECES, parsed
from linter.claims.calculations.lexemes import CLOSE, EQUALS, NUMBER, OPEN, OPERATOR, SEPARATOR, WORD, Lexeme
from linter.claims.model import Expression
from linter.scan.tokens import Unit
from linter.text import Span


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
    return calculation(pieces[start:]) if len(pieces) - start <= MOST_PIECES else None


def calculation(pieces: Sequence[Lexeme]) -> tuple[Expression, Span] | None:
    """The longest calculation that ends where the pieces end and does not start behind an operator."""
    cut = _without_labels(pieces)
    begins = next((at for at, piece in enumerate(cut) if piece.op != "-"), len(cut))  # behind the dash of a list item
    cut = cut[begins:]
    for start, piece in enumerate(cut[-MOST_PIECES:], max(0, len(cut) - MOST_PIECES)):
        continues = start > 0 and cut[start - 1].kind in (OPERATOR, OPEN)
        if piece.kind not in (NUMBER, OPEN) or continues:
            continue
        expression = parsed(cut[start:])
        if expression is not None:
            return expression, Span(piece.span.start, cut[-1].span.end)
    return None


def _without_labels(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """The calculation without names of summands (养老1600元 + 失业80元) and notes behind them (1600元(养老))."""
    kept: list[Lexeme] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind == OPEN and kept and kept[-1].kind == NUMBER:
            behind = after_bracket(pieces, index)
            if _multiplies(pieces, index, behind):
                kept += [Lexeme(OPERATOR, Span(piece.span.start, piece.span.start), "*"), piece]
                index += 1
                continue
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


def _multiplies(pieces: Sequence[Lexeme], index: int, behind: int) -> bool:
    """True for 6500(1+0.6)÷2: a plain number before a sum in brackets that the calculation goes on with."""
    number = pieces[index - 1].number
    signs = {piece.op for piece in pieces[index + 1 : behind - 1] if piece.kind == OPERATOR}
    goes_on = behind < len(pieces) and pieces[behind].kind in (OPERATOR, EQUALS)
    plain = number is not None and number.unit is Unit.NONE and pieces[index - 1].span.end == pieces[index].span.start
    return plain and goes_on and signs == {"+"}


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

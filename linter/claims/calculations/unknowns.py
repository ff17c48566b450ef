"""Sums of shares of one unknown: 16%×X+9%×X=25%×X says that 16%+9%=25%."""

from __future__ import annotations

from collections.abc import Sequence

from linter.claims.calculations.lexemes import NUMBER, OPERATOR, WORD, Lexeme
from linter.scan.tokens import Unit

_TIMES = "*"
_LONGEST_NAME = 6
# 8%×X=400元 asks for X; only a sum of shares holds whatever X is.
_FEWEST = 3


def without_unknown(text: str, pieces: Sequence[Lexeme]) -> tuple[Lexeme, ...]:
    """The pieces without what every number is multiplied by, where that is one and the same name."""
    factors = [index for index, piece in enumerate(pieces) if piece.kind == NUMBER and _is_taken_of(pieces, index)]
    numbers = [piece for piece in pieces if piece.kind == NUMBER]
    names = {pieces[index + 2].span.cut(text).strip() for index in factors}
    shares = all(piece.number is not None and piece.number.unit is Unit.PERCENT for piece in numbers)
    if len(names) != 1 or len(factors) < _FEWEST or len(factors) != len(numbers) or not shares:
        return tuple(pieces)
    dropped = {place for index in factors for place in (index + 1, index + 2)}
    return tuple(piece for index, piece in enumerate(pieces) if index not in dropped)


def _is_taken_of(pieces: Sequence[Lexeme], index: int) -> bool:
    """True where a name follows the number's times sign. The letter X is read as a sign itself."""
    behind = pieces[index + 1 : index + 3]
    return (
        len(behind) == 2
        and behind[0].kind == OPERATOR
        and behind[0].op == _TIMES
        and behind[1].kind in (WORD, OPERATOR)
        and behind[1].span.end - behind[1].span.start <= _LONGEST_NAME
    )

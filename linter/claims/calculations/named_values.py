"""Names that an article gives its intermediate results: 基础养老金 = 7000 × 30 × 1% = 2100元 names 2100元."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from linter.claims.calculations.lexemes import EQUALS, NUMBER, WORD, Lexeme
from linter.scan.tokens import Quantity, Unit

_ORDINAL = re.compile(r"^[\s①-⑩0-9一二三四五六七八九十()、.·-]+")


def defined_by(text: str, pieces: Sequence[Lexeme]) -> Mapping[str, Quantity]:
    """The name a line gives to its result: a word before its first equals sign, and the money behind its last one."""
    equals = [index for index, piece in enumerate(pieces) if piece.kind == EQUALS]
    if not equals or equals[0] != 1 or pieces[0].kind != WORD:
        return {}
    last = pieces[equals[-1] + 1 : equals[-1] + 3]
    number = next((piece.number for piece in last if piece.kind == NUMBER), None)
    name = plain_name(pieces[0].span.cut(text))
    if number is None or number.unit not in (Unit.YUAN, Unit.NONE) or not name:
        return {}
    return {name: number}


def with_numbers(text: str, pieces: Sequence[Lexeme], known: Mapping[str, Quantity]) -> Sequence[Lexeme]:
    """The pieces, with every word that is exactly a known name replaced by its number."""
    return [_replaced(text, piece, known) for piece in pieces] if known else pieces


def plain_name(written: str) -> str:
    """A name without its list number and blanks."""
    return _ORDINAL.sub("", written).strip()


def _replaced(text: str, piece: Lexeme, numbers: Mapping[str, Quantity]) -> Lexeme:
    number = numbers.get(plain_name(piece.span.cut(text))) if piece.kind == WORD else None
    return piece if number is None else Lexeme(NUMBER, piece.span, number=number)

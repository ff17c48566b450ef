"""Words that do the work of signs in a calculation: 3000*20%就是600元; 一万减去后约为10000-1855=8145元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from linter.claims.lexemes import EQUALS, NUMBER, OPERATOR, SEPARATOR, WORD, Lexeme

# 就是, 约为, 每月就是: what may stand between a product and its result. One of _SAYS must be in it.
_TOLD = re.compile(
    r"\s*(?:也|就|大|每个?月|一个月|每年|一年|一共|总共|下来|算下来|可以?|能|要|应|需|领|拿|缴|交|缴纳|是|为|即|等于|得|得出|得到|约|合|共|共计|合计|=)+\s*"
)
_SAYS = re.compile("就是|等于|即|得|约|为|是|合|共")
_PRODUCT = frozenset("×*÷") | {"乘以", "除以"}
# 一万减去后约为10000-1855: what ends so leads to the calculation and names no operand of it.
_LEADS_TO_IT = re.compile(r"(?:为|是|得|即|约)$")


def with_words_as_signs(text: str, pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """The pieces, with words that tell a result as equals signs, and words that lead to a calculation as separators."""
    return [_meant(text, pieces, at) for at in range(len(pieces))]


def _meant(text: str, pieces: Sequence[Lexeme], at: int) -> Lexeme:
    piece = pieces[at]
    if piece.kind != WORD or at + 1 >= len(pieces) or pieces[at + 1].kind != NUMBER or at < 2:
        return piece
    said, before = piece.span.cut(text), pieces[at - 1]
    if before.kind == OPERATOR and len(before.span) > 1 and _LEADS_TO_IT.search(said):
        return replace(piece, kind=SEPARATOR)
    if _TOLD.fullmatch(said) and _SAYS.search(said) and _ends_product(text, pieces[:at]):
        return replace(piece, kind=EQUALS)
    return piece


def _ends_product(text: str, pieces: Sequence[Lexeme]) -> bool:
    """True behind 3000*20%."""
    return pieces[-1].kind == NUMBER and pieces[-2].kind == OPERATOR and pieces[-2].span.cut(text) in _PRODUCT

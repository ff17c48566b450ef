"""Calculations written out: 20900元 × 8% = 1672元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from linter.claims.expressions import NO_ARITHMETIC, parsed
from linter.claims.layout import Sentence
from linter.claims.lexemes import CLOSE, EQUALS, NUMBER, OPEN, OPERATOR, SEPARATOR, WORD, Lexeme, lexemes
from linter.claims.model import EquationClaim, Expression
from linter.claims.named_values import NamedValue, defined_by, with_numbers
from linter.claims.reading import Reading
from linter.document import Cell
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_CALCULATING = ("=", "≈", "≒", "≌", "等于", "(")
_ABOUT = ("≈", "≒", "≌", "约等于")
_YEARLY_WORDS = ("年", "12个月", "十二个月")
_NO_WORDS = re.compile(r"[\s=≈约元*]*(?:/月|/年)?\s*")


def extract(reading: Reading) -> Iterator[EquationClaim]:
    """Every calculation with its result: before an equals sign, or in a bracket behind the number it explains."""
    named: list[NamedValue] = []
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if not any(mark in text for mark in _CALCULATING):
            continue
        pieces = [_as_written(reading, piece) for piece in lexemes(reading, sentence.span)]
        for expression, left_span, stated in _calculations(reading, sentence, pieces, named):
            yield _claim(reading, sentence, expression, left_span, stated)
        name = defined_by(reading.text, pieces, sentence.section)
        named += [] if name is None else [name]
    for section in reading.document.sections:
        for table in section.tables:
            for row in table.rows:
                yield from _in_row(reading, row)


def _in_row(reading: Reading, row: Sequence[Cell]) -> Iterator[EquationClaim]:
    """| 9600÷30×158 | 50560 | — a cell that holds a calculation and nothing else, and its result in the next one."""
    for cell, following in pairwise(row):
        pieces = [_as_written(reading, piece) for piece in lexemes(reading, cell.span)]
        found = parsed(pieces)
        figures = reading.quantities_in(following.span)
        sentence = reading.sentence_at(cell.span)
        if found is None or len(figures) != 1 or not _has_product(found) or sentence is None:
            continue
        stated = figures[0]
        if stated.unit in (Unit.YUAN, Unit.NONE) and _NO_WORDS.fullmatch(_without(following, stated, reading)):
            yield _claim(reading, sentence, found, Span(pieces[0].span.start, pieces[-1].span.end), stated)


def _without(cell: Cell, figure: Quantity, reading: Reading) -> str:
    return reading.text[cell.span.start : figure.span.start] + reading.text[figure.span.end : cell.span.end]


def _calculations(
    reading: Reading, sentence: Sentence, pieces: Sequence[Lexeme], named: Sequence[NamedValue]
) -> Iterator[tuple[Expression, Span, Quantity]]:
    for index, piece in enumerate(pieces):
        found = None
        if piece.kind == EQUALS:
            left = with_numbers(reading.text, pieces[:index], named, sentence.section)
            found = _before_equals([*left, *pieces[index:]], index)
        elif piece.kind == OPEN and index and pieces[index - 1].kind == NUMBER:
            found = _in_bracket(pieces, index)
        if found is not None:
            yield found


def _before_equals(pieces: Sequence[Lexeme], index: int) -> tuple[Expression, Span, Quantity] | None:
    """20900元×8%=1672元"""
    stated, left = _stated(pieces, index), _left(pieces[:index])
    if stated is None or left is None or (stated.is_range and _subtracts(left[0])):
        return None  # 640+160+400-960=1200-1760: the dash is that of a range
    # 250000÷139≈1800 was rounded for the eye, ≈1798.56 was not.
    about = pieces[index].op in _ABOUT and stated.step >= 1
    return (*left, replace(stated, approximate=True) if about else stated)


def _subtracts(expression: Expression) -> bool:
    return expression.op == "-" or any(_subtracts(operand) for operand in expression.operands)


def _in_bracket(pieces: Sequence[Lexeme], index: int) -> tuple[Expression, Span, Quantity] | None:
    """1672元(20900×8%)"""
    stated = pieces[index - 1].number
    inside = _calculation(pieces[index + 1 : _after_bracket(pieces, index) - 1])
    if stated is None or inside is None or stated.unit in NO_ARITHMETIC or stated.bound is not None:
        return None
    numbers = [piece.number for piece in pieces[index + 1 :] if piece.number and inside[1].contains(piece.span)]
    # 单位8%(5000×8%): the rate is named before it is used.
    if any((number.unit, number.values) == (stated.unit, stated.values) for number in numbers):
        return None
    # 总比例25%(16%+9%) is a list of parts; only a product explains an amount.
    explains = any(number.unit is not Unit.PERCENT for number in numbers) and _has_product(inside[0])
    return (*inside, stated) if explains and not _is_listing(inside[0]) else None


def _is_listing(expression: Expression) -> bool:
    """True for 1725/4350/2335元: amounts beside each other, none divided by the next."""
    return expression.op == "/" and expression.operands[0].op == "/"


def _has_product(expression: Expression) -> bool:
    return expression.op in ("*", "/") or any(_has_product(operand) for operand in expression.operands)


def _claim(
    reading: Reading, sentence: Sentence, expression: Expression, left_span: Span, stated: Quantity
) -> EquationClaim:
    span = left_span.joined(stated.span)
    around = reading.text[sentence.span.start : min(sentence.span.end, span.end + 4)]
    yearly = stated.per == "year" or any(word in around for word in _YEARLY_WORDS)
    return EquationClaim(span, sentence.span, reading.scope(span, sentence), expression, stated, left_span, yearly)


def _as_written(reading: Reading, piece: Lexeme) -> Lexeme:
    """15年 enters a calculation as 15, although its token counts 180 months."""
    number = piece.number
    if number is None or number.unit is not Unit.MONTHS or "年" not in piece.span.cut(reading.text):
        return piece
    return replace(piece, number=replace(number, values=tuple(value / 12 for value in number.values)))


def _stated(pieces: Sequence[Lexeme], equals: int) -> Quantity | None:
    """The number right after the equals sign, unless a calculation goes on there."""
    after = list(pieces[equals + 1 : equals + 4])
    if after and after[0].kind == WORD and len(after[0].span) <= 2:
        after = after[1:]
    if not after or after[0].kind != NUMBER or after[0].number is None:
        return None
    if len(after) > 1 and after[1].kind in (OPERATOR, OPEN) and after[1].op != "(":
        return None
    return None if after[0].number.unit in NO_ARITHMETIC else after[0].number


def _left(pieces: Sequence[Lexeme]) -> tuple[Expression, Span] | None:
    """The longest complete calculation that ends at the end of ``pieces``; it must hold an operator."""
    start = len(pieces)
    depth = 0
    while start > 0:
        kind = pieces[start - 1].kind
        depth += (kind == CLOSE) - (kind == OPEN)
        if kind == EQUALS or (kind == SEPARATOR and depth <= 0) or depth < 0:
            break
        start -= 1
    return _calculation(pieces[start:])


def _calculation(pieces: Sequence[Lexeme]) -> tuple[Expression, Span] | None:
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


def _without_labels(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """The calculation without names of summands (养老1600元 + 失业80元) and notes behind them (1600元(养老))."""
    kept: list[Lexeme] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind == OPEN and kept and kept[-1].kind == NUMBER:
            behind = _after_bracket(pieces, index)
            if pieces[index - 1].kind == WORD and any(inner.kind == OPERATOR for inner in pieces[index:behind]):
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


def _after_bracket(pieces: Sequence[Lexeme], index: int) -> int:
    depth = 0
    while index < len(pieces):
        depth += (pieces[index].kind == OPEN) - (pieces[index].kind == CLOSE)
        index += 1
        if depth == 0:
            break
    return index

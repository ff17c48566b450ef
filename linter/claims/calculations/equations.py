"""Calculations written out: 20900元 × 8% = 1672元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from linter.claims.calculations.carried_operands import carried_operands, with_operands
from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.expressions import MOST_PIECES, NO_ARITHMETIC, parsed
from linter.claims.calculations.formulas import after_bracket, calculation, left_of_equals
from linter.claims.calculations.lexemes import EQUALS, NUMBER, OPEN, OPERATOR, WORD, Lexeme, lexemes
from linter.claims.calculations.named_values import defined_by, with_numbers
from linter.claims.calculations.omitted_months import may_omit_months
from linter.claims.calculations.told_equations import with_words_as_signs
from linter.claims.calculations.unknowns import without_unknown
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim, Expression
from linter.document import Cell
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_CALCULATING = ("=", "≈", "≒", "≌", "等于", "(", "×", "*", "÷", "乘", "除以")
_Equation = tuple[Expression, Span, Quantity]
_FURTHEST = MOST_PIECES + 1
_ABOUT = ("≈", "≒", "≌", "约等于")
_NO_WORDS = re.compile(r"[\s=≈约元*]*(?:/月|/年)?\s*")
# 5000×2%和5000×9%=550元: what stands before the equals sign is only the last of several.
_ONE_OF_SEVERAL = re.compile(r"[0-9%元)]\s*(?:和|与|及|以及|跟)\s*$")
# 824元(其中,5000÷0.833为…): the bracket speaks of a part.
_OF_A_PART = re.compile(r"\s*(?:其中|另|不含|含|如|例如|比如)")


def extract(reading: Reading) -> Iterator[EquationClaim]:
    """Every calculation with its result: before an equals sign, or in a bracket behind the number it explains."""
    named: dict[int, dict[str, Quantity]] = defaultdict(dict)
    carried = carried_operands(reading)
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if not any(mark in text for mark in _CALCULATING):
            continue
        shares = without_unknown(reading.text, lexemes(reading, sentence.span))
        written = [as_written(reading, piece) for piece in shares]
        pieces = with_operands(with_words_as_signs(reading.text, written), carried)
        for expression, left_span, stated in _calculations(reading, sentence, pieces, named[sentence.section]):
            yield _claim(reading, sentence, expression, left_span, stated)
        named[sentence.section] |= defined_by(reading.text, pieces)
    for section in reading.document.sections:
        for table in section.tables:
            for row in table.rows:
                yield from _in_row(reading, row)


def _in_row(reading: Reading, row: Sequence[Cell]) -> Iterator[EquationClaim]:
    """| 9600÷30×158 | 50560 | — a cell that holds a calculation and nothing else, and its result in the next one."""
    for cell, following in pairwise(row):
        pieces = [as_written(reading, piece) for piece in lexemes(reading, cell.span)]
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
    reading: Reading, sentence: Sentence, pieces: Sequence[Lexeme], named: Mapping[str, Quantity]
) -> Iterator[_Equation]:
    in_numbers = with_numbers(reading.text, pieces, named)
    for index, piece in enumerate(pieces):
        found = None
        if piece.kind == EQUALS:
            found = _before_equals(in_numbers[max(0, index - _FURTHEST) : index], pieces, index)
            if found is not None and _ONE_OF_SEVERAL.search(reading.text, sentence.span.start, found[1].start):
                found = None
        elif piece.kind == OPEN and index and pieces[index - 1].kind == NUMBER:
            found = None if _OF_A_PART.match(reading.text, piece.span.end) else _in_bracket(pieces, index)
        if found is not None:
            yield found


def _before_equals(before: Sequence[Lexeme], pieces: Sequence[Lexeme], index: int) -> _Equation | None:
    """20900元×8%=1672元; ``before`` is what stands before the equals sign, names replaced by their numbers."""
    left = left_of_equals(before)
    if left is None:
        return None
    stated = _stated(pieces, index)
    if stated is None:
        stated = _at_the_end(pieces, index, left[0])
    if stated is None or _is_last_of_list(left[0], stated):
        return None
    if stated.is_range and _subtracts(left[0]):
        return None  # 640+160+400-960=1200-1760: the dash is that of a range
    # 250000÷139≈1800 was rounded for the eye, ≈1798.56 was not.
    about = pieces[index].op in _ABOUT and stated.step >= 1
    return (*left, replace(stated, approximate=True) if about else stated)


def _subtracts(expression: Expression) -> bool:
    return expression.op == "-" or any(_subtracts(operand) for operand in expression.operands)


def _is_last_of_list(left: Expression, stated: Quantity) -> bool:
    """10000×8%=800元+10000×2%=200元: the result is that of the last product, the plus sign only lists them."""
    last = left.operands[-1] if left.op == "+" else None
    return last is not None and last.op in ("*", "/") and compare(evaluate(last), stated) != INCONSISTENT


def _at_the_end(pieces: Sequence[Lexeme], index: int, left: Expression) -> Quantity | None:
    """6000×30×1%=6000×0.15=900元: the result that the next step gives, where that step is right in itself.

    A step that starts from the result so far (6000×8%=480×12=5760元) goes on with the calculation instead.
    """
    following = next((at for at in range(index + 1, len(pieces)) if pieces[at].kind == EQUALS), None)
    step = None if following is None else parsed(pieces[index + 1 : following])
    stated = None if following is None else _stated(pieces, following)
    if step is None or stated is None or compare(evaluate(step), stated) == INCONSISTENT:
        return None
    starts = _first_number(step)
    return None if starts is None or compare(evaluate(left), starts) != INCONSISTENT else stated


def _first_number(expression: Expression) -> Quantity | None:
    return expression.number if expression.number is not None else _first_number(expression.operands[0])


def _in_bracket(pieces: Sequence[Lexeme], index: int) -> _Equation | None:
    """1672元(20900×8%)"""
    stated = pieces[index - 1].number
    inside = calculation(pieces[index + 1 : after_bracket(pieces, index) - 1])
    if stated is None or inside is None or stated.unit in NO_ARITHMETIC or stated.bound is not None:
        return None
    numbers = [piece.number for piece in pieces[index + 1 :] if piece.number and inside[1].contains(piece.span)]
    # 单位8%(5000×8%): the rate is named before it is used.
    if any((number.unit, number.values) == (stated.unit, stated.values) for number in numbers):
        return None
    # 总比例25%(16%+9%) is a list of parts; only a product explains an amount.
    explains = any(number.unit is not Unit.PERCENT for number in numbers) and _has_product(inside[0])
    explains = explains or _is_bare_sum(pieces[index + 1 : after_bracket(pieces, index) - 1], stated)
    return (*inside, stated) if explains and not _is_listing(inside[0]) else None


def _is_bare_sum(inside: Sequence[Lexeme], stated: Quantity) -> bool:
    """True for 3436元(2100+1036+300): amounts and plus signs, and nothing else."""
    signs = {piece.op for piece in inside if piece.kind != NUMBER}
    money = all(piece.number.unit in (Unit.YUAN, Unit.NONE) for piece in inside if piece.number is not None)
    return stated.unit is Unit.YUAN and signs == {"+"} and money


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
    yearly = may_omit_months(reading, expression, stated, around)
    return EquationClaim(span, sentence.span, reading.scope(span, sentence), expression, stated, left_span, yearly)


def as_written(reading: Reading, piece: Lexeme) -> Lexeme:
    """The piece as calculations take it: 15年 enters as 15, although its token counts 180 months."""
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

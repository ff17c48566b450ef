"""Lines that calculate with the figure of a line above: 平均工资7496元 / 上限:×3=22488 / 下限:×0.6=4497.6."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.expressions import parsed
from linter.claims.calculations.lexemes import CLOSE, EQUALS, NUMBER, OPERATOR, Lexeme, lexemes
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_SIGN = re.compile("[×*xX÷/]|乘|除以")
_STEPS = frozenset("*/")
_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_A_YEAR = 1900, 2100


def carried_operands(reading: Reading) -> Mapping[int, Quantity]:
    """By the place of the sign it stands before: the operand that each such line leaves out."""
    return dict(_carried(reading))


def with_operands(pieces: Sequence[Lexeme], carried: Mapping[int, Quantity]) -> list[Lexeme]:
    """The pieces, with the operands that they leave out."""
    return [one for piece in pieces for one in _with_operand(piece, carried)]


def _with_operand(piece: Lexeme, carried: Mapping[int, Quantity]) -> Iterator[Lexeme]:
    operand = carried.get(piece.span.start) if piece.kind == OPERATOR else None
    if operand is not None:
        yield Lexeme(NUMBER, Span(piece.span.start, piece.span.start), number=operand)
    yield piece


def _carried(reading: Reading) -> Iterator[tuple[int, Quantity]]:
    base: Quantity | None = None
    result: Quantity | None = None
    home: Sentence | None = None
    for sentence in reading.sentences:
        written = _SIGN.search(reading.text, sentence.span.start, sentence.span.end)
        step = _step(lexemes(reading, sentence.span)) if written else None
        if home is None or sentence.section != home.section:
            base = result = None
        if step is None:
            base, result = _only_figure(reading, sentence), None
        elif base is not None:
            operand = _fitting(step, base, result)
            yield step[0].span.start, operand
            result = step[-1].number
        home = sentence


def _only_figure(reading: Reading, sentence: Sentence) -> Quantity | None:
    """The one amount of a line that has no other figure."""
    figures = [token for token in reading.quantities_in(sentence.span) if token.unit in _MONEY]
    exact = len(figures) == 1 and not (figures[0].is_range or figures[0].bound or figures[0].approximate)
    year = exact and figures[0].unit is Unit.NONE and _A_YEAR[0] < figures[0].value < _A_YEAR[1]
    return figures[0] if exact and not year else None


def _step(pieces: Sequence[Lexeme]) -> Sequence[Lexeme] | None:
    """The sign that nothing stands before, with its number, and the result behind the equals sign: × 0.6 = 4497.6."""
    for at, (before, sign) in enumerate(pairwise([None, *pieces])):
        if sign is None or sign.kind != OPERATOR:
            continue
        alone = before is None or before.kind not in (NUMBER, CLOSE)
        rest = pieces[at + 1 : at + 4]
        shaped = [piece.kind for piece in rest] == [NUMBER, EQUALS, NUMBER]
        if alone and shaped and sign.op in _STEPS:
            return [sign, *rest]
        if not alone:
            return None
    return None


def _fitting(step: Sequence[Lexeme], base: Quantity, result: Quantity | None) -> Quantity:
    """The figure of the line above, or what the last step made of it where only that one gives the result."""
    return result if result is not None and not _fits(step, base) and _fits(step, result) else base


def _fits(step: Sequence[Lexeme], operand: Quantity) -> bool:
    sign, stated = step[0], step[-1].number
    first = replace(sign, kind=NUMBER, op="", number=operand)
    expression = parsed([first, sign, step[1]])
    return expression is not None and stated is not None and compare(evaluate(expression), stated) != INCONSISTENT

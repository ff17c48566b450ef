"""Formulas in words and symbols: 基础养老金=(社平工资+指数化工资)÷2×缴费年限×1%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.calculations.equations import as_written
from linter.claims.calculations.expressions import parsed
from linter.claims.calculations.formulas import after_bracket
from linter.claims.calculations.lexemes import CLOSE, EQUALS, NUMBER, OPEN, OPERATOR, SEPARATOR, WORD, Lexeme, lexemes
from linter.claims.calculations.named_values import plain_name
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import Expression, FormulaClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval
from reference.vocabulary import load_json, worded

_LED_BY = re.compile(r"^(?:其中|即|则|那么|公式|计算公式|计算方法|具体|也就是|用公式表示|的|为|是|:|\s)*")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Formula:
    quantity: str
    name: re.Pattern[str]
    variables: Mapping[str, re.Pattern[str]]


def extract(reading: Reading) -> Iterator[FormulaClaim]:
    """Every formula whose name and parts the vocabulary knows, unless the text says that it is only a rough one."""
    for sentence in reading.sentences:
        said = sentence.span.cut(reading.text)
        if ("=" in said or "等于" in said) and not _loosely().search(said):
            pieces = [as_written(reading, piece) for piece in lexemes(reading, sentence.span)]
            for at, piece in enumerate(pieces):
                if piece.kind == EQUALS:
                    yield from _claim(reading, sentence, pieces, at)


def _claim(reading: Reading, sentence: Sentence, pieces: Sequence[Lexeme], at: int) -> Iterator[FormulaClaim]:
    named = _named(reading.text, pieces[:at])
    right = _right(pieces[at + 1 :])
    if named is None or not any(piece.kind == WORD for piece in right):
        return
    readings = {formula.quantity: _written(reading.text, right, formula) for formula in _formulas()}
    known = {quantity: written for quantity, written in readings.items() if written is not None}
    if known:
        span = Span(pieces[at - 1].span.start, right[-1].span.end)
        yield FormulaClaim(span, sentence.span, reading.scope(span, sentence), named.quantity, known)


def _named(text: str, left: Sequence[Lexeme]) -> _Formula | None:
    """The formula whose name stands right before the equals sign, and nothing else since the last mark."""
    if not left or left[-1].kind != WORD or (len(left) > 1 and left[-2].kind not in (SEPARATOR, NUMBER, EQUALS)):
        return None
    name = _LED_BY.sub("", plain_name(left[-1].span.cut(text)))
    return next((formula for formula in _formulas() if formula.name.fullmatch(name)), None)


def _right(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """What follows an equals sign, up to a mark outside brackets or the next equals sign; remarks left out."""
    kept: list[Lexeme] = []
    at = depth = 0
    while at < len(pieces) and pieces[at].kind != EQUALS and not (pieces[at].kind == SEPARATOR and depth <= 0):
        piece = pieces[at]
        if piece.kind == OPEN and kept and kept[-1].kind in (WORD, NUMBER):
            at = after_bracket(pieces, at)  # 计发月数(60岁为139)
            continue
        depth += (piece.kind == OPEN) - (piece.kind == CLOSE)
        kept.append(piece)
        at += 1
    return kept


def _written(text: str, right: Sequence[Lexeme], formula: _Formula) -> str | None:
    """The right side over the variables of a formula; ``None`` where a word is none of them."""
    names = {piece.span.start: _variable(piece.span.cut(text), formula) for piece in right if piece.kind == WORD}
    if not names or None in names.values():
        return None
    expression = parsed([_as_number(piece) if piece.kind == WORD else piece for piece in right])
    single = len(right) == 1 or not any(piece.kind == OPERATOR for piece in right)
    return None if expression is None or single else _shown(expression, names)


def _variable(word: str, formula: _Formula) -> str | None:
    return next((name for name, words in formula.variables.items() if words.search(word)), None)


def _as_number(piece: Lexeme) -> Lexeme:
    """A word as the operand it stands for; its place keeps its name."""
    one = Quantity(piece.span, Unit.NONE, (Decimal(1),), Interval.point(1))
    return Lexeme(NUMBER, piece.span, number=one)


def _shown(expression: Expression, names: Mapping[int, str | None]) -> str:
    token = expression.number
    if token is None:
        first, second = (_shown(operand, names) for operand in expression.operands)
        return f"({first} {expression.op} {second})"
    name = names.get(token.span.start)
    if name is not None:
        return name
    return format(token.value / _HUNDRED if token.unit is Unit.PERCENT else token.value, "f")


@worded
def _formulas() -> tuple[_Formula, ...]:
    return tuple(
        _Formula(
            entry["quantity"],
            re.compile(entry["name"]),
            {name: re.compile(words) for name, words in entry["variables"].items()},
        )
        for entry in load_json("formulas.json")["formulas"]
    )


@worded
def _loosely() -> re.Pattern[str]:
    return re.compile(load_json("formulas.json")["loosely"])

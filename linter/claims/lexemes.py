"""A sentence cut for reading calculations: numbers, operators, brackets, equals signs, words, separators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.claims.reading import Reading
from linter.scan.tokens import Quantity
from linter.text import Span

NUMBER, OPERATOR, OPEN, CLOSE, EQUALS, WORD, SEPARATOR = (
    "number",
    "operator",
    "open",
    "close",
    "equals",
    "word",
    "separator",
)

_SYMBOLS = re.compile(
    r"(?P<space>[^\S\n\t]+|`+|\$+|\\|/[年月人](?=[\s)×*+÷=≈,;。]))"
    r"|(?P<equals>==?|≈|≒|≌|约等于|等于)"
    r"|(?P<operator>乘以|除以|[-+*×xX·÷/−]|加上|减去)"
    r"|(?P<open>[(\[【{])"
    r"|(?P<close>[)\]】}])"
    r"|(?P<separator>[,;:。、!?|\n\t→<>《》\"“”])"
)
_MEANING = {
    "乘以": "*",
    "×": "*",
    "x": "*",
    "X": "*",
    "·": "*",
    "除以": "/",
    "÷": "/",
    "加上": "+",
    "减去": "-",
    "−": "-",
}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of a sentence. ``op`` is the operator in plain form (+ - * /); ``number`` the figure."""

    kind: str
    span: Span
    op: str = ""
    number: Quantity | None = None


def lexemes(reading: Reading, span: Span) -> tuple[Lexeme, ...]:
    """The lexemes of a stretch of text, blanks dropped."""
    return tuple(_scan(reading, span))


def _scan(reading: Reading, span: Span) -> Iterator[Lexeme]:
    numbers = {token.span.start: token for token in reading.quantities_in(span)}
    opaque = {token.span.start: token.span.end for token in reading.scoper.dates_in(span)}
    at = word = span.start
    while at < span.end:
        number = numbers.get(at)
        match = None if number or at in opaque else _SYMBOLS.match(reading.text, at, span.end)
        if number is None and match is None:
            at = max(at + 1, opaque.get(at, 0))
            continue
        if at > word:
            yield Lexeme(WORD, Span(word, at))
        if number is not None:
            yield Lexeme(NUMBER, number.span, number=number)
            at = number.span.end
        elif match is not None:
            kind = str(match.lastgroup)
            if kind != "space":
                yield Lexeme(kind, Span(*match.span()), op=_MEANING.get(match.group(), match.group()))
            at = match.end()
        word = at
    if at > word:
        yield Lexeme(WORD, Span(word, at))

"""A sentence cut for reading calculations: numbers, operators, brackets, equals signs, words, separators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from linter.claims.context.reading import Reading
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
    r"|(?P<operator>乘[以上]|除以|乘(?=[0-9一二两三四五六七八九十百])|[-+*×xX·÷/−]|加上|减去)"
    r"|(?P<open>[(\[【{])"
    r"|(?P<close>[)\]】}])"
    r"|(?P<separator>[,;:。、!?|\n\t→<>《》\"“”])"
)
_MEANING = {
    "乘以": "*",
    "乘": "*",
    "乘上": "*",
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
    """The lexemes of a stretch of text, blanks dropped. Inside a date nothing is a symbol."""
    return tuple(_scan(reading, span))


def _scan(reading: Reading, span: Span) -> Iterator[Lexeme]:
    at = word = span.start
    symbol = _SYMBOLS.search(reading.text, at, span.end)
    for start, end, number in _figures(reading, span):
        while symbol is not None and symbol.start() < start:
            yield from _word(word, symbol.start())
            yield from _symbol(symbol)
            at = word = symbol.end()
            symbol = _SYMBOLS.search(reading.text, at, span.end)
        if start < at:
            continue
        at = end
        if number is not None:
            yield from _word(word, start)
            yield Lexeme(NUMBER, number.span, number=number)
            word = end
        if symbol is not None and symbol.start() < at:
            symbol = _SYMBOLS.search(reading.text, at, span.end)
    yield from _word(word, span.end)


def _figures(reading: Reading, span: Span) -> Sequence[tuple[int, int, Quantity | None]]:
    """Where numbers, and dates that are none, start; last the end of the stretch."""
    numbers = {token.span.start: token for token in reading.quantities_in(span)}
    dates = [token.span for token in reading.scoper.dates_in(span) if token.span.start not in numbers]
    places = [(token.span.start, token.span.end, token) for token in numbers.values()]
    closing = (span.end, span.end, None)
    return sorted([*places, *((date.start, date.end, None) for date in dates), closing], key=itemgetter(0))


def _word(start: int, end: int) -> Iterator[Lexeme]:
    if start < end:
        yield Lexeme(WORD, Span(start, end))


def _symbol(match: re.Match[str]) -> Iterator[Lexeme]:
    kind = str(match.lastgroup)
    if kind != "space":
        yield Lexeme(kind, Span(*match.span()), op=_MEANING.get(match.group(), match.group()))

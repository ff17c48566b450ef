"""A sentence cut for reading calculations: numbers, operators, brackets, equals signs, words, separators."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

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
    r"(?P<equals>==?|≈|≒|≌|约等于|等于)"
    r"|(?P<operator>乘以|除以|[-+*×xX·÷/−]|加上|减去)"
    r"|(?P<open>[(\[【{])"
    r"|(?P<close>[)\]】}])"
    r"|(?P<separator>[,;:。、!?|\n\t→<>《》\"“”])"
    r"|(?P<space>\s+|`+|\$+|\\)"
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


def lexemes(reading: Reading, span: Span) -> Sequence[Lexeme]:
    """The lexemes of a stretch of text, blanks dropped. Of what reaches into it from before, the rest is a word."""
    found = reading.once(_scan)
    first = bisect_right(found, span.start, key=_end)
    pieces = list(found[first : bisect_left(found, span.end, lo=first, key=_start)])
    if pieces and pieces[0].span.start < span.start:
        pieces[0] = Lexeme(WORD, Span(span.start, pieces[0].span.end))
    if pieces and pieces[-1].kind == WORD and pieces[-1].span.end > span.end:
        pieces[-1] = Lexeme(WORD, Span(pieces[-1].span.start, span.end))
    return pieces


def _start(piece: Lexeme) -> int:
    return piece.span.start


def _end(piece: Lexeme) -> int:
    return piece.span.end


def _scan(reading: Reading) -> Iterator[Lexeme]:
    """The lexemes of the whole document. Inside a date nothing is a symbol."""
    text = reading.text
    at = word = 0
    symbol = _SYMBOLS.search(text)
    for start, end, number in _figures(reading):
        while symbol is not None and symbol.start() < start:
            yield from _word(word, symbol.start())
            yield from _symbol(symbol)
            at = word = symbol.end()
            symbol = _SYMBOLS.search(text, at)
        if start < at:
            continue
        at = end
        if number is not None:
            yield from _word(word, start)
            yield Lexeme(NUMBER, number.span, number=number)
            word = end
        if symbol is not None and symbol.start() < at:
            symbol = _SYMBOLS.search(text, at)
    yield from _word(word, len(text))


def _figures(reading: Reading) -> Sequence[tuple[int, int, Quantity | None]]:
    """Where numbers, and dates that are none, stand; last the end of the text."""
    numbers = {token.span.start: token for token in reading.tokens.quantities}
    dates = [token.span for token in reading.tokens.dates if token.span.start not in numbers]
    places = [(token.span.start, token.span.end, token) for token in numbers.values()]
    end = len(reading.text)
    return sorted([*places, *((span.start, span.end, None) for span in dates), (end, end, None)], key=itemgetter(0))


def _word(start: int, end: int) -> Iterator[Lexeme]:
    if start < end:
        yield Lexeme(WORD, Span(start, end))


def _symbol(match: re.Match[str]) -> Iterator[Lexeme]:
    kind = str(match.lastgroup)
    if kind != "space":
        yield Lexeme(kind, Span(*match.span()), op=_MEANING.get(match.group(), match.group()))

"""What somebody pays or gets at least in all: 个人不低于400元,财政补助不低于670元,一个人至少1070元."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.told import is_comparable
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEAST = "min"
_FEWEST, _MOST = 2, 5
_LOW, _HIGH = Decimal("0.7"), Decimal("1.4")


def floors_told(reading: Reading, sentence: Sentence, result: Quantity) -> Iterator[Calculation]:
    """The sum of the least amounts of a sentence, where the words behind them say that they are taken together."""
    if result.unit is not Unit.YUAN or result.bound != _LEAST or result.is_range:
        return
    before = reading.quantities_in(Span(sentence.span.start, result.span.start))
    parts = [token for token in before if token.unit is Unit.YUAN]
    if not _FEWEST <= len(parts) <= _MOST or any(part.bound != _LEAST or part.is_range for part in parts):
        return
    led = reading.text[parts[-1].span.end : result.span.start]
    one_period = len({token.per for token in (*parts, result)} - {None}) <= 1
    way = Calculation("add", tuple(replace(part, bound=None) for part in parts))
    together = words("added", "in_all").search(led) is not None
    if together and one_period and is_comparable(result.value, way.value, _LOW, _HIGH):
        yield way

"""So much a month for some months, then so much for others, in either order, and what both make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.claims.derived.operations.told import Told, is_comparable, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_MOST = 4
_LOW, _HIGH = Decimal("0.5"), Decimal(2)


def stages_told(told: Told) -> Iterator[Calculation]:
    """The products of the amounts and the months that stand beside each other, where nothing else is told."""
    if not words("added").search(told.clause):
        return
    block = told.reading.document.sections[told.sentence.section].blocks[told.sentence.block].span
    here = list(told.within(Span(block.start, told.result.span.start)))
    pairs = [*zip(here[::2], here[1::2], strict=False)]
    if len(here) % 2 and _is_months(told, here[-1]) and here[-1].value == sum(_months(told, pair) for pair in pairs):
        here.pop()  # 18个月合计: the months of all
    if len(here) % 2 or not 1 < len(pairs) <= _MOST:
        return
    ways = tuple(way for pair in pairs if (way := _product(told, *pair)) is not None)
    if len(ways) == len(pairs):
        way = Calculation("add", ways)
        if is_comparable(told.result.value, way.value, _LOW, _HIGH):
            yield way


def _product(told: Told, one: Quantity, other: Quantity) -> Calculation | None:
    amount, months = (one, other) if one in told.money else (other, one)
    fits = amount in told.money and _is_months(told, months) and period(told.reading, amount) == "month"
    return Calculation("multiply", (amount, months)) if fits else None


def _months(told: Told, pair: tuple[Quantity, Quantity]) -> Decimal:
    return sum((token.value for token in pair if _is_months(told, token)), Decimal(0))


def _is_months(told: Told, token: Quantity) -> bool:
    return token.unit is Unit.MONTHS and "月" in token.span.cut(told.reading.text) and not token.approximate

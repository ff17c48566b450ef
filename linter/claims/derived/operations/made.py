"""Whether the figures of a text make what is written in some small way: then nothing else is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.consistency import tolerance
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.told import Told, is_wage
from linter.claims.model.calculation import Calculation, number
from linter.scan.tokens import Quantity, Unit

_TWELVE, _ONE = Decimal(12), Decimal(1)
_COARSE = Decimal("0.05")
_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_RATES = frozenset({Unit.PERCENT, Unit.TIMES})
_LONGEST_RUN = 8


def is_made(told: Told) -> bool:
    """True where a sum, a difference, a product, a quotient or a share of the figures is what is written."""
    result = told.result
    near = tolerance(result) if result.approximate else min(result.step / 2, result.value * _COARSE)
    return any(abs(value - result.value) <= near for value in _made(told))


def rests_on_a_wage(reading: Reading, way: Calculation, result: Quantity) -> bool:
    """True where a wage of the text and what the figures make give it: wage and contributions are what it costs."""
    (wages,) = reading.once(_wages)
    return abs(result.value - way.value) in wages or result.value + way.value in wages


def _wages(reading: Reading) -> Iterator[frozenset[Decimal]]:
    money = (token for token in reading.tokens.quantities if token.unit in _MONEY and not token.is_range)
    yield frozenset(token.value for token in money if is_wage(reading, token))


def _made(told: Told) -> Iterator[Decimal]:
    alike = told.money if told.result.unit in _MONEY else [t for t in told.figures if t.unit is told.result.unit]
    values = [token.value for token in alike]
    paid = [token.value for token in alike if not is_wage(told.reading, token)]
    sums = {*_runs(paid), *(one + other for one, other in combinations(paid, 2))}
    apart = {abs(one - other) for one, other in combinations({*values, *sums}, 2)}
    yield from (*values, *sums, *apart)
    near = [token for token in told.figures if token.unit in _RATES or told.is_near(token)]
    factors = {_TWELVE, *(number(token) for token in near if token.unit not in _MONEY)}
    factors |= {token.value / _TWELVE for token in near if token.unit is Unit.MONTHS and token.value >= _TWELVE}
    rates = {number(token) for token in told.figures if token.unit in _RATES}
    for value in (*values, *sums):
        yield from (value * factor for factor in factors)
    for value in (*values, *sums, *apart):
        yield from (value * share for rate in rates for share in (rate, _ONE - rate))
    for value in values:
        yield from (value / factor for factor in factors if factor)
        yield from (value * rate * factor for rate in rates for factor in factors)


def _runs(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """The sums of neighbours."""
    for start in range(len(values)):
        total = values[start]
        for value in values[start + 1 : start + _LONGEST_RUN]:
            total += value
            yield total

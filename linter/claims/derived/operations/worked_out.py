"""What the calculations that a text writes give exactly, before their results were rounded, and which are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval


def wrong_results(reading: Reading) -> frozenset[int]:
    """Where results start that are wrong themselves: what rests on them is wrong as well."""
    return frozenset(start for start, exact in reading.once(_results)[0].items() if exact is None)


def _results(reading: Reading) -> Iterator[Mapping[int, Interval | None]]:
    """One mapping: where the results of written calculations start, to what they are exactly, ``None`` if wrong."""
    values = ((claim.stated, evaluate(claim.left)) for claim in reading.once(extract_equations))
    yield {stated.span.start: _as_written(exact, stated) for stated, exact in values}


def _as_written(exact: Interval, stated: Quantity) -> Interval | None:
    """The exact result in the unit of the written one: 90%-15%=75% comes to three quarters, and to 75 per cent."""
    in_its_unit = exact * Interval.point(HUNDRED) if stated.unit is Unit.PERCENT else exact
    found = (each for each in (in_its_unit, exact) if compare(each, stated) != INCONSISTENT)
    return next(found, None)


def exactly(reading: Reading, way: Calculation) -> Interval:
    """(887+1060)÷139=14.01元,一年168.09元: the multiple of a rounded result is that of what it was before."""
    exact = reading.once(_results)[0]
    rounded = [token for token in way.tokens() if token.value and exact.get(token.span.start) is not None]
    if way.op != "multiply" or len(rounded) != 1:
        return Interval.point(way.value)
    before = exact[rounded[0].span.start]
    return Interval.point(way.value / rounded[0].value) * before if before is not None else Interval.point(way.value)

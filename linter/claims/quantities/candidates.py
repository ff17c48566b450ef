"""Which meanings of the vocabulary a number can have at all: by its unit, and by a facet that each of them asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from linter.claims.context.frame import Frame
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval
from reference.quantities import Binding, QuantitySpec, load_quantities
from reference.vocabulary import worded

# How a binding may let a number be written: in which unit, for a quantity of which, times what, divided by what.
_WRITTEN = {
    "days": (Unit.DAYS, Unit.MONTHS, 1, 30),
    "months": (Unit.MONTHS, Unit.DAYS, 30, 1),
    "years": (Unit.NONE, Unit.MONTHS, 12, 1),
    "points": (Unit.POINTS, Unit.PERCENT, 1, 1),
    "times": (Unit.TIMES, Unit.PERCENT, 100, 1),
}
_Key = tuple[str, str | None] | None
"""A facet with one of the values asked for, or with ``None`` for any; ``None`` for what asks for no facet."""


class Candidate(NamedTuple):
    """A meaning. ``place`` orders those of one unit: the highest rank first, then as the vocabulary has them."""

    place: int
    spec: QuantitySpec
    binding: Binding


class Candidates:
    """The meanings that numbers of one unit can have, each found by the rarest of the facets it asks for."""

    def __init__(self, meanings: Iterable[tuple[QuantitySpec, Binding]]) -> None:
        ranked = sorted(meanings, key=lambda meaning: -meaning[1].rank)
        asked = Counter(key for _, binding in ranked for keys in _keys(binding) for key in keys)
        self._by_key: dict[_Key, list[Candidate]] = {}
        for place, (spec, binding) in enumerate(ranked):
            rarest = min(_keys(binding), key=lambda keys: sum(asked[key] for key in keys), default=(None,))
            for key in rarest:
                self._by_key.setdefault(key, []).append(Candidate(place, spec, binding))

    def of(self, frame: Frame) -> Sequence[Candidate]:
        """The meanings whose rarest facet stands in the frame, the highest rank first."""
        keys = [None, *((facet, None) for facet in frame), *((facet, slot.value) for facet, slot in frame.items())]
        found = [candidate for key in keys for candidate in self._by_key.get(key, ())]
        return sorted(found, key=itemgetter(0))


@worded
def candidates(unit: Unit | str, is_range: bool) -> Candidates:
    """The meanings of which a number, or a range, in this unit can be the value."""
    return Candidates(
        (spec, binding)
        for spec in load_quantities()
        for binding in spec.bindings
        if _written_in(unit, spec.unit, binding) and (spec.halves is None or is_range)
    )


def in_unit(token: Quantity, unit: str, binding: Binding) -> Quantity:
    """The number in the unit of its quantity, where the binding lets it be written in another."""
    for written in binding.also:
        found, meant, factor, divisor = _WRITTEN[written]
        if token.unit is found and unit == meant:
            values = tuple(value * factor / divisor for value in token.values)
            interval = Interval.hull(Interval.point(each) for each in values)
            return replace(token, unit=meant, values=values, interval=interval)
    return token


def _written_in(unit: Unit | str, meant: str, binding: Binding) -> bool:
    """True when the binding lets a value of the unit ``meant`` be written in ``unit``."""
    if meant == unit or (binding.bare and unit is Unit.NONE):
        return True
    return any(_WRITTEN[written][:2] == (unit, meant) for written in binding.also)


def _keys(binding: Binding) -> Iterator[tuple[_Key, ...]]:
    """For each facet that the binding asks for, the keys of which one must stand in the frame."""
    for demand in binding.demands:
        values = (None,) if demand.values is None else sorted(demand.values)
        yield tuple((demand.facet, value) for value in values)

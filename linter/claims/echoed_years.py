"""Figures set anew each year that a text repeats without the year it has told them of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.claims.model import ValueClaim
from reference.period import Period
from reference.quantities import quantity_spec

_UNTOLD = frozenset({"unknown", "published"})


def with_told_years(claims: Iterable[ValueClaim]) -> Iterator[ValueClaim]:
    """The claims in order; one that repeats a figure of a year is of that year: 2021年下限4200元 … 按下限4200元."""
    told: dict[tuple[object, ...], Period | None] = {}
    for claim in claims:
        spec = quantity_spec(claim.quantity)
        if spec is None or not spec.yearly:
            yield claim
            continue
        figure = (claim.scope.section, claim.quantity, claim.token.values, *sorted(claim.facets.items()))
        if claim.scope.period_from == "stated":
            told.setdefault(figure, claim.scope.period)
        repeated = claim.scope.period_from in _UNTOLD and not claim.scope.has("current") and figure in told
        scope = replace(claim.scope, period=told[figure], period_from="heading") if repeated else claim.scope
        yield replace(claim, scope=scope) if repeated else claim

"""Figures set anew each year that a text repeats without the year it has told them of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.claims.model import Scope, ValueClaim
from reference.period import Period
from reference.quantities import quantity_spec

_UNTOLD = frozenset({"unknown", "published"})


def with_told_years(claims: Iterable[ValueClaim]) -> Iterator[ValueClaim]:
    """The claims in order; one that repeats a figure of a year is of that year: 2021年下限4200元 … 按下限4200元."""
    listed = tuple(claims)
    told: dict[tuple[object, ...], Period | None] = {}
    for claim in listed:
        if claim.scope.period_from == "stated" and _is_yearly(claim):
            told.setdefault(_figure(claim), claim.scope.period)
    for claim in listed:
        repeated = claim.scope.period_from in _UNTOLD and not claim.scope.has("current") and _figure(claim) in told
        yield replace(claim, scope=_of(claim.scope, told[_figure(claim)])) if repeated else claim


def _is_yearly(claim: ValueClaim) -> bool:
    spec = quantity_spec(claim.quantity)
    return spec is not None and spec.yearly


def _figure(claim: ValueClaim) -> tuple[object, ...]:
    return claim.scope.section, claim.quantity, claim.token.values


def _of(scope: Scope, period: Period | None) -> Scope:
    return replace(scope, period=period, period_from="heading")

"""History told in order: 起头两成,2016年降到19%,2019年到16%. What came first, without a date, is none of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from linter.claims.context.reading import Reading
from linter.claims.model import ValueClaim
from linter.text import Span

_SEVERAL = 2


def told_in_order(claims: Iterable[ValueClaim], reading: Reading) -> Iterator[ValueClaim]:
    """The claims, of each block those marked as history that only what the block tells later gives a time to."""
    for _, several in groupby(claims, key=lambda claim: _block(claim, reading)):
        group = list(several)
        yield from (
            _of_before(claim) if _came_first(claim, group[at + 1 :]) else claim for at, claim in enumerate(group)
        )


def _came_first(claim: ValueClaim, later: Sequence[ValueClaim]) -> bool:
    """True before several other figures of the same thing, each with a later time than the one before it."""
    if claim.scope.period_from == "stated" or claim.scope.has("current"):
        return False
    rest = [each for each in later if _thing(each) == _thing(claim)]
    starts = [each.scope.period.start for each in rest if each.scope.period_from == "stated" and each.scope.period]
    days = [day for day in starts if day is not None]
    told = len(days) == len(rest) >= _SEVERAL and all(one < other for one, other in pairwise(days))
    return told and all(each.token.values != claim.token.values for each in rest)


def _of_before(claim: ValueClaim) -> ValueClaim:
    return replace(claim, scope=replace(claim.scope, markers=claim.scope.markers | {"history"}))


def _thing(claim: ValueClaim) -> tuple[object, ...]:
    return (claim.quantity, *sorted(claim.facets.items()))


def _block(claim: ValueClaim, reading: Reading) -> Span:
    sentence = reading.sentence_at(claim.span)
    if sentence is None:
        return claim.context
    return reading.document.sections[sentence.section].blocks[sentence.block].span

"""The figure a change began with is none of today: 从去年的380元提高到400元 says what held before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.claims.changes import figures_changed
from linter.claims.model import ValueClaim
from linter.claims.reading import Reading
from linter.text import Span

# 由2024年的610元: its own year stands beside it.
_OWN_YEAR = re.compile("[12][0-9]{3}年度?的?[^,;。:()0-9]{0,10}$")
_LED = 20


def told_before(claims: Iterable[ValueClaim], reading: Reading) -> Iterator[ValueClaim]:
    """The claims, those of figures that became others marked as history, of no time unless their own is told."""
    earlier = frozenset(reading.once(_earlier))
    for claim in claims:
        yield _of_before(claim, reading) if claim.token.span in earlier else claim


def _earlier(reading: Reading) -> Iterator[Span]:
    for sentence in reading.sentences:
        yield from (change.before.span for change in figures_changed(reading, sentence))


def _of_before(claim: ValueClaim, reading: Reading) -> ValueClaim:
    start = max(claim.context.start, claim.span.start - _LED)
    own = _OWN_YEAR.search(reading.text, start, claim.span.start) is not None
    scope = claim.scope if own else claim.scope.without_dates()
    return replace(claim, scope=replace(scope, markers=scope.markers | {"history"}))

"""Two figures of one thing in a sentence that tells what the change saves: the earlier ones are those of before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from linter.claims.model import ValueClaim

# 按19%交是62700元,按16%交是52800元,一个月省9900元.
_SAVES = re.compile("省(?:下|了|出)?(?:约|近)?[0-9]|少(?:交|缴|掏|出|扣|负担)|减负|减轻|降(?:了|到|为|至|低)")
_BY = re.compile("按照?(?P<rate>[0-9]{1,2}(?:\\.[0-9]{1,2})?)%")


def told_apart(claims: Iterable[ValueClaim], text: str) -> Iterator[ValueClaim]:
    """The claims, those of before marked as history. Claims of one sentence must follow each other."""
    for context, several in groupby(claims, key=lambda claim: claim.context):
        group = list(several)
        if not _SAVES.search(text, context.start, context.end):
            yield from group
            continue
        now = {_thing(claim): claim.token.values for claim in group if not claim.scope.has("history")}
        rates = [Decimal(found["rate"]) for found in _BY.finditer(text, context.start, context.end)]
        for claim in group:
            other = now.get(_thing(claim), claim.token.values) != claim.token.values
            yield _of_before(claim) if other or _left_behind(claim, rates) else claim


def _left_behind(claim: ValueClaim, rates: Sequence[Decimal]) -> bool:
    """True for the first of two rates that the sentence computes with, one after the other."""
    return len(set(rates)) > 1 and claim.token.values == (rates[0],) and rates[-1] != rates[0]


def _of_before(claim: ValueClaim) -> ValueClaim:
    if claim.scope.period_from == "stated":
        return claim
    return replace(claim, scope=replace(claim.scope, markers=claim.scope.markers | {"history"}))


def _thing(claim: ValueClaim) -> tuple[object, ...]:
    return (claim.quantity, *sorted(claim.facets.items()))

"""Figures made of others that stand before them, with nothing written out: 一个月1260元,交三个月就是3780元."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.claims.context.amounts import is_amount, is_exact, is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.derived.accumulations import accumulated
from linter.claims.derived.climbs import climb
from linter.claims.derived.heads import of_heads
from linter.claims.derived.parts_of_whole import part_of_whole
from linter.claims.derived.pension_parts import sum_of_items
from linter.claims.derived.rises import rise
from linter.claims.derived.spells import spells
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.claims.quantities.annual_amounts import extract as extract_annual
from linter.scan.tokens import Quantity, Unit

_Way = Callable[[Reading, Sentence, Quantity], Calculation | None]
_WAYS: tuple[_Way, ...] = (
    rise,
    spells,
    accumulated,
    part_of_whole,
    climb,
)
_OF_UNIT: Mapping[Unit, tuple[_Way, ...]] = {
    Unit.POINTS: (),
    Unit.COUNT: (climb,),
    Unit.NONE: (spells, accumulated),
}
# What only follows if the text speaks of one and the same thing throughout.
_LOOSE: tuple[_Way, ...] = (sum_of_items, of_heads)
_OTHER_RESULTS = frozenset({Unit.PERCENT, Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.TIMES})


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """Products with a count, limits, rests, rises, durations, and results whose digits changed places."""
    explained = figures_explained(reading) | frozenset(_of_a_year(reading))
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for result in reading.quantities_in(sentence.span):
            if result.span.start in explained:
                continue
            firm = _may_follow(reading, result)
            found = _first(_OF_UNIT.get(result.unit, _WAYS), reading, sentence, result) if firm else None
            follows = found or _first(_LOOSE, reading, sentence, result)
            if follows is not None:
                scope = reading.scope(result.span, sentence)
                yield DerivedClaim(result.span, sentence.span, scope, result, follows, found is not None)


def _of_a_year(reading: Reading) -> Iterator[int]:
    """Where figures start that are held against their year or their month."""
    for claim in reading.once(extract_annual):
        yield from (claim.annual.span.start, claim.monthly.span.start)


def _may_follow(reading: Reading, token: Quantity) -> bool:
    bare = token.unit is Unit.NONE and is_plain_sum(reading, token)
    others = {*_OTHER_RESULTS, Unit.POINTS, Unit.COUNT}
    return bare or is_amount(reading, token) or (token.unit in others and is_exact(token))


def _first(ways: tuple[_Way, ...], reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    return next((found for way in ways if (found := way(reading, sentence, result)) is not None), None)

"""Figures made of others that stand before them, with nothing written out: 一个月1260元,交三个月就是3780元."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_amount, is_exact, is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.derived.accumulations import accumulated
from linter.claims.derived.bills import paid_back
from linter.claims.derived.climbs import climb
from linter.claims.derived.heads import of_heads
from linter.claims.derived.late_fees import late_fee
from linter.claims.derived.month_and_year import month_and_year
from linter.claims.derived.multiples import multiple
from linter.claims.derived.parts_of_whole import part_of_whole
from linter.claims.derived.pension_parts import sum_of_items
from linter.claims.derived.ratios import ratio
from linter.claims.derived.rests import rest
from linter.claims.derived.rises import rise
from linter.claims.derived.spells import spells
from linter.claims.derived.take_home import take_home
from linter.claims.derived.wage_left import wage_left
from linter.claims.model import AnnualClaim, DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.claims.quantities.comparisons import extract as extract_comparisons
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_Way = Callable[[Reading, Sentence, Quantity], Calculation | None]
_WAYS: tuple[_Way, ...] = (
    multiple,
    take_home,
    wage_left,
    rise,
    ratio,
    late_fee,
    paid_back,
    month_and_year,
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
    formulas = {claim.stated.span.start: claim.left_span for claim in reading.once(extract_equations)}
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for result in reading.quantities_in(sentence.span):
            if result.span.start in explained:
                continue
            firm = _may_follow(reading, result)
            found = _calculation(reading, sentence, result, formulas) if firm else None
            follows = found or _first(_LOOSE, reading, sentence, result)
            if follows is not None:
                scope = reading.scope(result.span, sentence)
                yield DerivedClaim(result.span, sentence.span, scope, result, follows, found is not None)


def _of_a_year(reading: Reading) -> Iterator[int]:
    """Where figures start that are held against their year or their month."""
    for claim in reading.once(extract_comparisons):
        if isinstance(claim, AnnualClaim):
            yield from (claim.annual.span.start, claim.monthly.span.start)


def _may_follow(reading: Reading, token: Quantity) -> bool:
    bare = token.unit is Unit.NONE and is_plain_sum(reading, token)
    others = {*_OTHER_RESULTS, Unit.POINTS, Unit.COUNT}
    return bare or is_amount(reading, token) or (token.unit in others and is_exact(token))


def _calculation(
    reading: Reading, sentence: Sentence, result: Quantity, formulas: dict[int, Span]
) -> Calculation | None:
    """The first way that tells what the result must be."""
    found = _first(_OF_UNIT.get(result.unit, _WAYS), reading, sentence, result)
    if found is not None:
        return found
    if result.unit is not Unit.YUAN:
        return None
    return rest(reading, sentence, result, formulas)


def _first(ways: tuple[_Way, ...], reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    return next((found for way in ways if (found := way(reading, sentence, result)) is not None), None)

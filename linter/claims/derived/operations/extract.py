"""Figures that are not what their words say they were made of: warned of where the words leave one reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from linter.claims.calculations.consistency import INCONSISTENT, compare
from linter.claims.calculations.slips import digit_off, significant, transposed
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained, results_shown
from linter.claims.derived import figures
from linter.claims.derived.near_results import near_result
from linter.claims.derived.operations.changes_told import changes_told, on_a_base, step_in_title
from linter.claims.derived.operations.climbs_told import climbs_told
from linter.claims.derived.operations.differences import differences
from linter.claims.derived.operations.floors_told import floors_told
from linter.claims.derived.operations.lumps import by_service, lumps
from linter.claims.derived.operations.made import is_made, rests_on_a_wage
from linter.claims.derived.operations.more_told import more_told
from linter.claims.derived.operations.named_bases import inverse, named_bases
from linter.claims.derived.operations.parts_told import parts_told
from linter.claims.derived.operations.people import people
from linter.claims.derived.operations.products import by_day, for_both, products
from linter.claims.derived.operations.quotients import as_told, divided, is_floor, ratios, shared_out
from linter.claims.derived.operations.rests_told import rest_of_wage, rests_told
from linter.claims.derived.operations.roles import parted
from linter.claims.derived.operations.rows_above import between_columns, between_pairs
from linter.claims.derived.operations.rows_told import each_raised, one_by_one, since_first
from linter.claims.derived.operations.shares import shares
from linter.claims.derived.operations.tiers_told import year_of_tier
from linter.claims.derived.operations.times import added_up, missing
from linter.claims.derived.operations.told import Told, is_wage, told
from linter.claims.derived.operations.totals import month_and_year, totals
from linter.claims.derived.operations.worked_out import exactly, wrong_results
from linter.claims.derived.operations.years_told import years_told
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.claims.quantities.annual_amounts import extract as extract_annual
from linter.scan.tokens import Quantity, Unit

_Way = Callable[[Told], Iterator[Calculation]]
_OF_MONEY: tuple[_Way, ...] = (
    totals,
    month_and_year,
    products,
    for_both,
    by_day,
    years_told,
    shares,
    named_bases,
    inverse,
    people,
    differences,
    changes_told,
    on_a_base,
    step_in_title,
    one_by_one,
    between_columns,
    between_pairs,
    each_raised,
    since_first,
    shared_out,
    divided,
    rests_told,
    rest_of_wage,
    climbs_told,
    more_told,
    year_of_tier,
    lumps,
    by_service,
)
_OF_TIMES: tuple[_Way, ...] = (added_up, missing, climbs_told, changes_told)
_WAYS: dict[Unit, tuple[_Way, ...]] = {
    Unit.YUAN: _OF_MONEY,
    Unit.NONE: (totals, products, shares, named_bases, inverse),
    Unit.TIMES: (ratios,),
    Unit.PERCENT: (parts_told, each_raised),
    Unit.POINTS: (differences, changes_told),
    Unit.MONTHS: _OF_TIMES,
    Unit.DAYS: _OF_TIMES,
    Unit.WORKDAYS: (added_up,),
    Unit.COUNT: (added_up,),
}
# What these find wrong is wrong for certain.
_FIRM: frozenset[_Way] = frozenset({added_up, missing, differences, by_day})
# Each of these holds three figures that say themselves what they are to each other.
_DECISIVE: frozenset[_Way] = frozenset(
    {
        changes_told,
        one_by_one,
        between_columns,
        between_pairs,
        step_in_title,
        climbs_told,
        ratios,
        parts_told,
        year_of_tier,
        each_raised,
        by_service,
        *_FIRM,
    }
)
# A wage is not what payments add up to.
_OF_PAYMENTS: frozenset[_Way] = frozenset({products, years_told, people})
# A month too many or too few is what these find.
_OF_WAGES: frozenset[_Way] = frozenset({lumps, by_service})
# 240元(含高龄补贴): what is told behind the figure may be part of it.
_AND_MORE = re.compile(r"\s*(?:[-+×*/~%至]|[,(](?:其中|这)?(?:包?含|包括|连同|加上|不含)|左右|以[上下])")
_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_UNITS = frozenset(_WAYS)
# So many digits must be right for one that is another to be a slip of the hand.
_ENOUGH = 3
_COUNTED = frozenset({Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.COUNT, Unit.TIMES, Unit.PERCENT, Unit.POINTS})


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The figures that nothing else explains, with the one calculation that their words speak of."""
    taken = figures_explained(reading) | {claim.result.span.start for claim in reading.once(figures.extract)}
    taken |= {claim.annual.span.start for claim in reading.once(extract_annual)}
    for sentence in reading.sentences:
        results = [token for token in parted(reading, reading.quantities_in(sentence.span)) if token.unit in _UNITS]
        if not results or is_question(reading, sentence):
            continue
        for result in results:
            in_it = result.span.start in taken
            follows = _of_part(reading, sentence, result) if in_it else _follows(reading, sentence, result)
            if follows is not None:
                way, firm = follows
                yield DerivedClaim(result.span, sentence.span, reading.scope(result.span, sentence), result, way, firm)


def _follows(reading: Reading, sentence: Sentence, result: Quantity) -> tuple[Calculation, bool] | None:
    """What the words name, else what is a slip away; and whether it is certain."""
    for least in floors_told(reading, sentence, result):
        return None if least.value == result.value else (least, False)
    asked = told(reading, sentence, result) if as_told(result) and result.unit in _WAYS else None
    named = None if asked is None else _named(asked)
    if asked is not None and named is not None:
        way, find = named
        if _agrees(asked, way):
            return None
        alone = find is products and _is_alone(asked, way)
        if not _rests_elsewhere(asked, way, find) and (find in _DECISIVE or alone or not is_made(asked)):
            return way, find in _FIRM or alone or _is_slip(result, way.value)
    near = near_result(reading, sentence, result)
    if near is None or rests_on_a_wage(reading, near, result):
        return None
    swapped = transposed(result.value, near.value) and significant(result.value) > _ENOUGH
    return near, swapped and result.unit is Unit.YUAN


def _of_part(reading: Reading, sentence: Sentence, result: Quantity) -> tuple[Calculation, bool] | None:
    """A late fee that goes into a right total: that it does proves nothing."""
    if result.unit is not Unit.YUAN or result.span.start in results_shown(reading):
        return None
    asked = told(reading, sentence, result)
    return next(((way, True) for way in by_day(asked) if not _agrees(asked, way)), None)


def _is_slip(result: Quantity, right: Decimal) -> bool:
    plain = not result.approximate and result.unit in _MONEY
    return plain and (digit_off(result.value, right, _ENOUGH) or transposed(result.value, right))


def _named(told: Told) -> tuple[Calculation, _Way] | None:
    """The only calculation that the words speak of."""
    if _AND_MORE.match(told.reading.text, told.result.span.end, told.sentence.span.end):
        return None
    finds = _WAYS[told.result.unit]
    if is_wage(told.reading, told.result):
        finds = tuple(find for find in finds if find not in _OF_PAYMENTS)
    ways = {way.value: (way, find) for find in reversed(finds) for way in find(told)}
    return next(iter(ways.values())) if len(ways) == 1 else None


def _rests_elsewhere(told: Told, way: Calculation, find: _Way) -> bool:
    """True where the calculation rests on a figure that is wrong itself, or the result on a wage."""
    wrong = wrong_results(told.reading)
    of_a_wage = find not in _OF_WAGES and rests_on_a_wage(told.reading, way, told.result)
    return of_a_wage or any(token.span.start in wrong for token in way.tokens())


def _is_alone(told: Told, way: Calculation) -> bool:
    """True where the sentence tells an amount and a count that make the result, and no other amount."""
    tokens = [*way.tokens()]
    return len(tokens) > 1 and {token for token in told.here if token in told.money} <= {*tokens} <= {*told.here}


def _agrees(told: Told, way: Calculation) -> bool:
    off = abs(way.value - told.result.value)
    if told.result.unit in _COUNTED and not told.result.approximate:
        return off <= told.result.step / 2
    return compare(exactly(told.reading, way), told.result) != INCONSISTENT or is_floor(told, way)

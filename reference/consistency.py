"""What can be wrong between rules: two for one question, and figures that do not add up."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from reference.complaint import Placed, Trouble, Troubles
from reference.display import plain
from reference.interval import Interval
from reference.model import Grade, Reference, Rule, Value
from reference.period import Period
from reference.vocabulary import load_json, worded


def same_id(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """No two rules share an id; one of a further folder may replace its namesake that answers the same question."""
    first: dict[str, Placed] = {}
    for placed in all_placed:
        other = first.setdefault(placed.rule.id, placed)
        replaces = other.folder != placed.folder and other.rule.question == placed.rule.question
        if other is not placed and not replaces:
            wrong = f"the id {placed.rule.id!r} is taken already in {other.file.parent.name}/{other.file.name}"
            yield Trouble(placed, ("id",), wrong, "Choose another id")


def same_question(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """No two rules of a folder govern the same quantity at the same place under the same facets."""
    first: dict[tuple[object, ...], Placed] = {}
    for placed in all_placed:
        rule = placed.rule
        other = first.setdefault((placed.folder, rule.question), placed)
        if other is not placed and other.rule.id != rule.id:
            wrong = f"{other.rule.id!r} governs the same quantity, place and facets"
            yield Trouble(placed, ("quantity",), wrong, "Join the values of both, or narrow one by a facet")


def products(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """Caps and floors are the ratio of their place and period times the average wage, rounded as the place rounds."""
    for relation in _relations()["products"]:
        for placed, index, value in _governing(all_placed, relation["quantity"]):
            wage = _value(reference, relation["of"], placed, value)
            ratio = _value(reference, relation["ratio"], placed, value)
            if wage is None or ratio is None:
                continue
            expected = list(_expected(wage, ratio, _rounding(reference, relation["rounding"], placed, value), relation))
            if not all(any(one.overlaps(other) for other in expected) for one in value.accepts):
                advice = "Correct a figure, or add a rule for the ratio here"
                product = f"{relation['of']} times {relation['ratio']}"
                yield Trouble(placed, ("values", index), _unfitting(value, product, expected), advice)


def multiples(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """The average wage of a year is twelve times that of a month, which may have been rounded to the yuan."""
    for relation in _relations()["multiples"]:
        times = Interval.point(Decimal(relation["times"]))
        for placed, index, value in _governing(all_placed, relation["quantity"]):
            of = _value(reference, relation["of"], placed, value)
            expected = [] if of is None else [one * times for one in of.accepts]
            if expected and not all(_meets(one, expected, Decimal(relation["within"])) for one in value.accepts):
                wrong = _unfitting(value, f"{relation['times']} times {relation['of']}", expected)
                yield Trouble(placed, ("values", index), wrong, "Correct one of the figures")


def orders(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """A floor lies below the average it was taken from, and that below the cap."""
    for smaller, larger in _relations()["orders"]:
        for placed, index, value in _governing(all_placed, smaller):
            above = _value(reference, larger, placed, value)
            if above is not None and not _below(Interval.hull(value.accepts), Interval.hull(above.accepts)):
                wrong = f"{value.display} is not below {above.display}, {larger} of the time"
                yield Trouble(placed, ("values", index), wrong, "Correct one of the figures")


def sums(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """The shares of employer and employee add up to the total rate."""
    for relation in _relations()["sums"]:
        for placed, index, value in _governing(all_placed, relation["quantity"], relation["parts"][0]):
            parts = [_hulls(reference, relation["quantity"], placed, value, part) for part in relation["parts"]]
            total = _hulls(reference, relation["quantity"], placed, value, relation["total"])
            if not total or not all(parts):
                continue
            added = parts[0][0] + parts[1][0]
            if not added.overlaps(total[0]):
                wrong = f"{value.display} and the employee's share do not add up to the total rate of the time"
                yield Trouble(placed, ("values", index), wrong, "Correct a figure, or the period of one")


def totals(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """A total is the sum of its parts of the same period: the first figure each of them accepts."""
    for relation in _relations()["totals"]:
        for placed, index, value in _governing(all_placed, relation["quantity"]):
            parts = [_accepted(reference, part, placed, value)[:1] for part in relation["parts"]]
            if all(parts) and sum((part[0].low or 0) for part in parts) != value.accepts[0].low:
                wrong = f"{value.display} is not the sum of {' and '.join(relation['parts'])}"
                yield Trouble(placed, ("values", index), wrong, "Correct one of the figures")


def gaps(all_placed: Sequence[Placed], reference: Reference) -> Troubles:
    """Between two values of a rule nothing is missing without a word: what is not known is recorded as unknown."""
    for placed in all_placed:
        for index, hole in _holes(placed.rule):
            if not any(one.explains(placed.rule, hole) for one in reference.unknown):
                wrong = f"nothing is known from {hole.start} to {hole.end}, and no unknown value says why"
                advice = "Fill it in, or record under 'unknown' what was looked for"
                yield Trouble(placed, ("values", index), wrong, advice)


def _holes(rule: Rule) -> Iterator[tuple[int, Period]]:
    """The periods between two values, each with the index of the later one."""
    step = timedelta(days=1)
    for index, (earlier, later) in enumerate(itertools.pairwise(rule.values), 1):
        ended, starts = earlier.period.end, later.period.start
        if ended is not None and starts is not None and ended + step < starts:
            yield index, Period(ended + step, starts - step)


def _governing(
    all_placed: Sequence[Placed], quantity: str, where: Mapping[str, str] | None = None
) -> Iterator[tuple[Placed, int, Value]]:
    """The values of the quantity, of all its rules or of those narrowed just by ``where``."""
    for placed in all_placed:
        if placed.rule.quantity == quantity and where in (None, dict(placed.rule.where)):
            for index, value in enumerate(placed.rule.values):
                yield placed, index, value


def _value(
    reference: Reference, quantity: str, placed: Placed, value: Value, where: Mapping[str, str] | None = None
) -> Value | None:
    """What holds for the quantity at the same place, for the same people, on the first day of ``value``."""
    day = value.period.start or value.period.end or date.min
    for rule in reference.find(quantity, placed.rule.region, placed.rule.where if where is None else where):
        found = rule.value_on(day)
        if found is not None and rule.kind != "frame":
            return found
    return None


def _accepted(
    reference: Reference, quantity: str, placed: Placed, value: Value, where: Mapping[str, str] | None = None
) -> Sequence[Interval]:
    found = _value(reference, quantity, placed, value, where)
    return () if found is None else found.accepts


def _rounding(reference: Reference, named: Mapping[str, str], placed: Placed, value: Value) -> Value | None:
    return _value(reference, named["quantity"], placed, value, {**placed.rule.where, "limit": named["limit"]})


def _expected(wage: Value, ratio: Value, rounding: Value | None, relation: Mapping[str, Any]) -> Iterator[Interval]:
    """What a bound may be: the rounded product; where a factor was itself computed back, or nobody knows how the
    place rounds, whatever lies near the product."""
    for amount, share in itertools.product(wage.accepts, ratio.accepts):
        if rounding is not None and wage.evidence is not Grade.DERIVED and _whole(share):
            yield _rounded(_uncut(amount) * share / _PERCENT, rounding)
        else:
            yield (amount * share / _PERCENT).widened(Decimal(relation["within"]))


def _rounded(one: Interval, rounding: Value) -> Interval:
    step, mode = Decimal(rounding.details["to"]), _MODES[rounding.details["mode"]]
    low, high = (None if end is None else (end / step).quantize(Decimal(1), mode) * step for end in (one.low, one.high))
    return Interval(low, high)


def _whole(share: Interval) -> bool:
    """58 is a share that was laid down, 58.46 one that somebody computed from the figures."""
    return share.low is not None and share.is_point and share.low == int(share.low)


def _uncut(amount: Interval) -> Interval:
    """What may stand behind the written amount: 7264.0833 was cut off, 7264.08 and 7264 are amounts as published."""
    decimals = max((-int(end.as_tuple().exponent) for end in (amount.low, amount.high) if end is not None), default=0)
    return amount.widened(Decimal(1).scaleb(-decimals) / 2) if decimals > _FEN else amount


def _below(one: Interval, other: Interval) -> bool:
    return one.high is None or other.low is None or one.high < other.low


def _unfitting(value: Value, product: str, expected: Sequence[Interval]) -> str:
    middles = ((one.low + one.high) / 2 for one in expected if one.low is not None and one.high is not None)
    shown = " or ".join(dict.fromkeys(plain(middle.quantize(Decimal("0.01"))) for middle in middles))
    return f"{value.display} does not fit {product}: {shown}"


def _hulls(
    reference: Reference, quantity: str, placed: Placed, value: Value, where: Mapping[str, str]
) -> list[Interval]:
    accepted = _accepted(reference, quantity, placed, value, where)
    return [Interval.hull(accepted)] if accepted else []


def _meets(one: Interval, expected: Sequence[Interval], within: Decimal) -> bool:
    return any(one.overlaps(other.widened(within)) for other in expected)


@worded
def _relations() -> Mapping[str, list[dict[str, Any]]]:
    relations: dict[str, list[dict[str, Any]]] = load_json("schema/relations.json")
    return relations


_MODES = {"nearest": ROUND_HALF_UP, "up": ROUND_CEILING, "down": ROUND_FLOOR}
_PERCENT = Interval.point(Decimal(100))
_FEN = 2

CONSISTENCY_CHECKS: tuple[Callable[[Sequence[Placed], Reference], Troubles], ...] = (
    same_id,
    same_question,
    products,
    multiples,
    orders,
    sums,
    totals,
    gaps,
)

"""What can be wrong between rules: two for one question, and figures that do not add up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from reference.complaint import Placed, Trouble, Troubles
from reference.display import plain
from reference.interval import Interval
from reference.model import Reference, Rule, Value
from reference.period import Period
from reference.registry import SCHEMAS


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
    """Caps and floors are the ratio of their place and period times the average wage."""
    for relation in _relations()["products"]:
        within = Decimal(relation["within"])
        for placed, index, value in _governing(all_placed, relation["quantity"]):
            wages = _accepted(reference, relation["of"], placed, value)
            ratios = _accepted(reference, relation["ratio"], placed, value)
            expected = [wage * ratio / Interval.point(100) for wage in wages for ratio in ratios]
            if expected and not all(_meets(one, expected, within) for one in value.accepts):
                shown = " or ".join(plain(one.low.quantize(Decimal("0.01"))) for one in expected if one.low is not None)
                wrong = f"{value.display} does not fit {relation['of']} times {relation['ratio']}: {shown}"
                yield Trouble(placed, ("values", index), wrong, "Correct a figure, or add a rule for the ratio here")


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
    for index, (earlier, later) in enumerate(pairwise(rule.values), 1):
        ended, starts = earlier.period.end, later.period.start
        if ended is not None and starts is not None and ended + step < starts:
            yield index, Period(ended + step, starts - step)


def _governing(
    all_placed: Sequence[Placed], quantity: str, where: Mapping[str, str] | None = None
) -> Iterator[tuple[Placed, int, Value]]:
    for placed in all_placed:
        if placed.rule.quantity == quantity and dict(placed.rule.where) == (where or {}):
            for index, value in enumerate(placed.rule.values):
                yield placed, index, value


def _accepted(
    reference: Reference, quantity: str, placed: Placed, value: Value, where: Mapping[str, str] | None = None
) -> Sequence[Interval]:
    """What the rules for the same place accept on the first day of ``value``."""
    day = value.period.start or value.period.end or date.min
    for rule in reference.find(quantity, placed.rule.region, where or {}):
        found = rule.value_on(day)
        if found is not None and rule.kind != "frame":
            return found.accepts
    return ()


def _hulls(
    reference: Reference, quantity: str, placed: Placed, value: Value, where: Mapping[str, str]
) -> list[Interval]:
    accepted = _accepted(reference, quantity, placed, value, where)
    return [Interval.hull(accepted)] if accepted else []


def _meets(one: Interval, expected: Sequence[Interval], within: Decimal) -> bool:
    return any(one.overlaps(other.widened(within)) for other in expected)


@cache
def _relations() -> Mapping[str, list[dict[str, Any]]]:
    relations: dict[str, list[dict[str, Any]]] = json.loads((SCHEMAS / "relations.json").read_text(encoding="utf-8"))
    return relations


CONSISTENCY_CHECKS: tuple[Callable[[Sequence[Placed], Reference], Troubles], ...] = (
    same_id,
    same_question,
    products,
    sums,
    totals,
    gaps,
)

"""What can be wrong with what is recorded beside the rules: unknown values and disputes."""

from __future__ import annotations

import re
from collections.abc import Callable

from reference.complaint import PlacedDispute, PlacedUnknown, Trouble, Troubles
from reference.model import Evidence, Reference, Value
from reference.period import Period
from reference.regions import COUNTRY, RegionTable
from reference.registry import load_registry, nearest
from reference.rule_check import facet_troubles

_FOLDER = re.compile(r"[0-9]{6}")


def unknown_quantity(placed: PlacedUnknown, reference: Reference) -> Troubles:
    """The quantity is registered and takes the facets: nobody could ever fill in another one."""
    one, registry = placed.unknown, load_registry()
    if registry.entry(one.quantity) is None:
        advice = f"{nearest(one.quantity, registry.quantities)} A new one belongs into schema/quantities.json"
        yield Trouble(placed, ("quantity",), f"unknown quantity {one.quantity!r}", advice)
    yield from facet_troubles(placed, one.quantity, one.where)


def unknown_place(placed: PlacedUnknown, reference: Reference) -> Troubles:
    """The region exists and lies in that of the folder; that of the country may speak of many places at once."""
    region, folder, table = placed.unknown.region, placed.file.parent.name, RegionTable.load()
    if region not in table:
        yield Trouble(placed, ("region",), f"there is no region {region}", "Look the GB/T 2260 code up again")
    elif _FOLDER.fullmatch(folder) and not table.within(region, folder):
        yield Trouble(
            placed, ("region",), f"{region} does not lie in {folder}", f"Move it to the folder {region} or {COUNTRY}"
        )


def unknown_is_known(placed: PlacedUnknown, reference: Reference) -> Troubles:
    """No rule answers the same question in the period: what was found is no longer unknown."""
    one = placed.unknown
    for rule in reference.governing(one.quantity):
        if rule.region != one.region or rule.where != one.where or rule.kind == "frame":
            continue
        for value in rule.values:
            if _answers(value, one.period):
                wrong = f"{rule.id!r} knows the value that starts on {value.period.start}"
                yield Trouble(placed, ("from",), wrong, "Take that time out, or the whole entry")


def disputed_value(placed: PlacedDispute, reference: Reference) -> Troubles:
    """The rule and its value exist, here or in another folder."""
    one = placed.dispute
    rule = reference.rule(one.rule)
    if rule is None:
        advice = nearest(one.rule, (known.id for known in reference.rules))
        yield Trouble(placed, ("rule",), f"there is no rule {one.rule!r}", advice)
    elif all(value.period.start != one.start for value in rule.values):
        starts = ", ".join(str(value.period.start) for value in rule.values)
        wrong = f"{one.rule!r} has no value that starts on {one.start}"
        yield Trouble(placed, ("from",), wrong, f"Its values start on {starts}")


def _answers(value: Value, period: Period) -> bool:
    """Recollection is no answer."""
    return value.evidence is not Evidence.UNVERIFIED and value.period.overlaps(period)


UNKNOWN_CHECKS: tuple[Callable[[PlacedUnknown, Reference], Troubles], ...] = (
    unknown_quantity,
    unknown_place,
    unknown_is_known,
)
DISPUTE_CHECKS: tuple[Callable[[PlacedDispute, Reference], Troubles], ...] = (disputed_value,)

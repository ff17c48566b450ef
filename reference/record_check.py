"""What can be wrong with what is recorded beside the rules: values looked for and not found, and disputes."""

from __future__ import annotations

import re

from reference.complaint import Recorded, Trouble, Troubles
from reference.model import Dispute, DisputeVerdict, Grade, Reference, Unknown
from reference.regions import COUNTRY, RegionTable
from reference.registry import load_registry, nearest

_FOLDER = re.compile(r"[0-9]{6}")


def record_troubles(recorded: Recorded, reference: Reference) -> Troubles:
    """What is wrong with one of them, beside the rules that count."""
    record = recorded.record
    if isinstance(record, Unknown):
        return _unknown(recorded, record, reference)
    return _dispute(recorded, record, reference)


def _unknown(recorded: Recorded, unknown: Unknown, reference: Reference) -> Troubles:
    registry, table = load_registry(), RegionTable.load()
    entry = registry.entry(unknown.quantity)
    if entry is None:
        advice = f"{nearest(unknown.quantity, registry.quantities)} It must stand in schema/quantities.json"
        yield Trouble(recorded, ("quantity",), f"unknown quantity {unknown.quantity!r}", advice)
        return
    if unknown.region not in table:
        wrong = f"there is no region {unknown.region}"
        yield Trouble(recorded, ("region",), wrong, "Look the GB/T 2260 code up again")
    elif _FOLDER.fullmatch(folder := recorded.file.parent.name) and not table.within(unknown.region, folder):
        wrong = f"{unknown.region} does not lie in {folder}"
        yield Trouble(recorded, ("region",), wrong, f"Move it to the folder {unknown.region} or {COUNTRY}")
    for facet, value in unknown.where.items():
        if facet not in entry.facets or not registry.knows(facet, value):
            wrong = f"{unknown.quantity} is not narrowed by {facet}={value}"
            yield Trouble(recorded, ("where",), wrong, "See the facets in schema/quantities.json")
    start, end = unknown.period.start, unknown.period.end
    if start and end and end < start:
        yield Trouble(recorded, ("to",), f"it ends {end} before it starts {start}", "Correct one of the two days")
        return
    question = (unknown.quantity, unknown.region, tuple(sorted(unknown.where.items())))
    for rule in reference.governing(unknown.quantity):
        values = rule.values_in(unknown.period) if rule.question == question else ()
        known = [value for value in values if value.evidence is not Grade.UNVERIFIED]  # recollection is no answer
        if known:
            wrong = f"{rule.id} has a value of these days, since {known[0].period.start or 'always'}"
            yield Trouble(recorded, ("from",), wrong, "Shorten the period, or take it out: it is known by now")


def _dispute(recorded: Recorded, dispute: Dispute, reference: Reference) -> Troubles:
    rule = reference.rule(dispute.rule)
    if rule is None:
        advice = nearest(dispute.rule, (one.id for one in reference.rules))
        yield Trouble(recorded, ("rule",), f"there is no rule {dispute.rule!r}", advice)
        return
    if dispute.verdict is not DisputeVerdict.OPEN:
        if not dispute.why:
            yield Trouble(recorded, ("verdict",), f"{dispute.verdict} without a reason", "Say in 'why' what decided it")
        return
    starts = [value.period.start for value in rule.values]
    if dispute.start not in starts:
        wrong = f"no value of {rule.id} starts on {dispute.start or 'null'}"
        known = ", ".join(str(start or "null") for start in starts)
        yield Trouble(recorded, ("from",), wrong, f"Give the 'from' of the disputed value, one of {known}")

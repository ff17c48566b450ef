"""What can be wrong with a rule on its own, beyond its form."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from reference.complaint import Placed, Trouble, Troubles
from reference.model import Grade, Value
from reference.regions import RegionTable
from reference.registry import load_registry, nearest

# A citation is the issuer's own page: press, encyclopedias and copies are where it was seen, not where it stands.
_OFFICIAL_HOST = re.compile(r"(?:^|\.)gov\.cn$|(?:^|\.)people\.com\.cn$|(?:^|\.)news\.cn$")
_FOLDER = re.compile(r"[0-9]{6}")


def quantity(placed: Placed) -> Troubles:
    """The quantity is known, and its kind and unit are those of the registry."""
    rule, registry = placed.rule, load_registry()
    entry = registry.entry(rule.quantity)
    if entry is None:
        advice = f"{nearest(rule.quantity, registry.quantities)} A new one belongs into schema/quantities.json"
        yield Trouble(placed, ("quantity",), f"unknown quantity {rule.quantity!r}", advice)
        return
    if not entry.fits(rule.kind):
        yield Trouble(placed, ("kind",), f"{rule.quantity} is a {entry.form}, not a {rule.kind!r}", "Change the kind")
    elif entry.unit != rule.unit:
        wrong = f"{rule.quantity} is counted in {entry.unit}, not in {rule.unit}"
        yield Trouble(placed, ("unit",) if rule.unit else (), wrong, "Convert the values and change the unit")


def facets(placed: Placed) -> Troubles:
    """Facets and their values are known: a rule narrowed by a misspelt one could never apply."""
    rule, registry = placed.rule, load_registry()
    entry = registry.entry(rule.quantity)
    for facet, value in rule.where.items() if entry is not None else ():
        if entry is not None and facet not in entry.facets:
            advice = nearest(facet, entry.facets) if entry.facets else "It takes no facets"
            yield Trouble(placed, ("where", facet), f"{rule.quantity} is not narrowed by {facet!r}", advice)
        elif not registry.knows(facet, value):
            advice = nearest(value, registry.facets[facet])
            yield Trouble(placed, ("where", facet), f"{value!r} is no value of {facet!r}", advice)


def cycles(placed: Placed) -> Troubles:
    """A yearly cycle governs quantities that exist: by id, or by a prefix that ends with a dot."""
    quantities = load_registry().quantities
    for steps, value in _values(placed) if placed.rule.kind == "cycle" else ():
        for name in sorted(value.members - quantities.keys()):
            if not (name.endswith(".") and any(known.startswith(name) for known in quantities)):
                advice = f"{nearest(name, quantities)} A prefix ends with a dot"
                yield Trouble(placed, (*steps, "cycle", "governs"), f"a cycle of the unknown quantity {name!r}", advice)


def place(placed: Placed) -> Troubles:
    """The region exists, and lies in the one its folder is named after."""
    region, table = placed.rule.region, RegionTable.load()
    spot = ("regions",) if "@" in placed.rule.id else ("region",)
    if region not in table:
        yield Trouble(placed, spot, f"there is no region {region}", "Look the GB/T 2260 code up again")
        return
    folder = placed.file.parent.name
    if _FOLDER.fullmatch(folder) and (folder == "000000") != (region == "000000"):
        yield Trouble(placed, spot, f"a rule of {region} stands in the folder of {folder}", "Move it to its own folder")
    elif _FOLDER.fullmatch(folder) and not table.within(region, folder):
        yield Trouble(placed, spot, f"{region} does not lie in {folder}", "Move the rule to its own folder")


def dates(placed: Placed) -> Troubles:
    """The days of the upkeep follow each other: published, verified, to be reviewed."""
    for steps, value in _values(placed):
        published, verified = value.source.published, value.verified_on
        if published and verified and verified < published:
            wrong = f"verified on {verified}, before its source was published on {published}"
            yield Trouble(placed, (*steps, "verified_on"), wrong, "Correct one of the two days")
        if value.review_by and verified and value.review_by <= verified:
            wrong = f"to be reviewed by {value.review_by}, not after it was verified on {verified}"
            yield Trouble(placed, (*steps, "review_by"), wrong, "Give a later day")


def evidence(placed: Placed) -> Troubles:
    """The grade fits the source: an official value names its issuer, a derived figure its derivation."""
    for steps, value in _values(placed):
        if value.evidence in (Grade.OFFICIAL, Grade.CORROBORATED) and placed.rule.region == "000000":
            if value.source.issuer is None:
                wrong = f"a national value graded {value.evidence} without an issuer"
                yield Trouble(placed, (*steps, "source"), wrong, "Name who issued the document, or lower the grade")
        elif value.evidence is Grade.OFFICIAL and value.source.issuer is None:
            wrong = "an official value without an issuer"
            yield Trouble(placed, (*steps, "source"), wrong, "Name who issued the document, or lower the grade")
        elif value.evidence is Grade.DERIVED and value.accepts and not (value.note or placed.rule.note):
            advice = "Write into 'note' from what and how"
            yield Trouble(placed, (*steps, "evidence"), "a derived figure that does not say how it was derived", advice)


def address(placed: Placed) -> Troubles:
    """The address of a source is the issuer's, not a mirror."""
    for steps, value in _values(placed):
        host = unofficial_host(value.source.url or "")
        if host:
            advice = "Cite title, number, issuer and date instead, or the issuer's own page"
            wrong = f"{host} is not an official site, and a mirror is no citation"
            yield Trouble(placed, (*steps, "source", "url"), wrong, advice)


def unofficial_host(url: str) -> str | None:
    """The host of an address that is nobody's own page; ``None`` for an official one."""
    host = urlsplit(url).hostname
    return host if host and not _OFFICIAL_HOST.search(host) else None


def _values(placed: Placed) -> list[tuple[tuple[str, int], Value]]:
    return [(("values", index), value) for index, value in enumerate(placed.rule.values)]


RULE_CHECKS: tuple[Callable[[Placed], Troubles], ...] = (
    quantity,
    facets,
    cycles,
    place,
    dates,
    evidence,
    address,
)

"""One figure told of several years at once: 2023年和2024年都是3.8% says it of each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.claims.model import ValueClaim
from reference.period import Period
from reference.quantities import quantity_spec

_YEAR = "20[0-9]{2}(?:年度?)?"
_ALIKE = re.compile(
    rf"(?P<years>{_YEAR}(?:(?:、|,|和|与|及|以及|到|至|[-—~]){_YEAR})+)(?:这[两三四五几]年)?[^,;。:0-9%]{{0,16}}?"
    "(?:都|均|同为|同样|一样|每年|各)[^,;。:0-9%]{0,8}$"
)
_STEP = re.compile("(?P<link>到|至|[-—~])?(?P<year>20[0-9]{2})")
_REACH = 48


def of_each_year(claims: Iterable[ValueClaim], text: str) -> Iterator[ValueClaim]:
    """The claims; a yearly figure said to be that of several years comes once for each of them."""
    for claim in claims:
        years = _years(claim, text) if _is_yearly(claim) else ()
        if not years:
            yield claim
        for year in years:
            yield replace(claim, scope=replace(claim.scope, period=Period.year(year), period_from="stated"))


def _is_yearly(claim: ValueClaim) -> bool:
    spec = quantity_spec(claim.quantity)
    return spec is not None and spec.yearly


def _years(claim: ValueClaim, text: str) -> tuple[int, ...]:
    start = max(claim.context.start, claim.token.span.start - _REACH)
    found = _ALIKE.search(text, start, claim.token.span.start)
    if found is None:
        return ()
    years: list[int] = []
    for step in _STEP.finditer(found["years"]):
        year = int(step["year"])
        years += range(years[-1] + 1, year) if step["link"] and years else ()
        years.append(year)
    return tuple(dict.fromkeys(years))

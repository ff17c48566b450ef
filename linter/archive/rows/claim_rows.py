"""Claims as rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from linter.archive.rows.comparable import ground_of, judged
from linter.archive.rows.keys import claim_keys
from linter.archive.rows.places import Places, storable
from linter.archive.rows.slots import slots_of
from linter.bench import Bench
from linter.claims.model import Claim, Scope
from linter.judging.value_conflicts import written_interval
from linter.judging.value_findings import is_law
from linter.packed_claim import pack, packable
from linter.scan.tokens import Quantity
from linter.understanding import Understood
from reference.interval import Interval

_LEVEL = "level "
_NO_NUMBER: dict[str, Any] = {"unit": None, "written": None, "bound": None, "approximate": None, "per": None}
_LIMITS = ("low", "high", "written_low", "written_high")
# The room of the tables' decimals; nothing that people are paid is longer.
_PLACES, _BEYOND = Decimal("1e-8"), Decimal("1e21")


def claim_rows(understood: Understood, bench: Bench) -> Iterator[dict[str, Any]]:
    """A row for each claim, in their order, without the document's name."""
    places, law = Places(understood.document), is_law(understood.document)
    for number, claim in enumerate(understood.claims):
        slots, place = slots_of(claim), places.columns(claim.span, claim.context)
        context = storable(claim.context.cut(understood.document.visible))
        yield {
            "claim": number,
            "kind": type(claim).__name__,
            "subject": slots.subject,
            "scheme": slots.facets.get("scheme") or slots.subject.partition(".")[0] or None,
            "payer": slots.facets.get("payer"),
            "population": slots.facets.get("population"),
            "facets": ";".join(f"{name}={value}" for name, value in sorted(slots.facets.items())),
            "stance": slots.stance,
            "members": list(slots.members),
            **_scope(claim.scope),
            **place,
            "section": claim.scope.section,
            **_number(slots.number, understood),
            "ground": ground_of(claim, understood.document),
            "judged": judged(claim, bench),
            "context": None if context == place["sentence"] else context,
            "law": law,
            "in_title": _in_title(claim, understood),
            **claim_keys(claim, understood.document, law),
            "packed": pack(claim) if packable(type(claim)) else None,
        }


def _in_title(claim: Claim, understood: Understood) -> bool:
    title = understood.document.sections[claim.scope.section].title
    return title is not None and title.contains(claim.span)


def _scope(scope: Scope) -> dict[str, Any]:
    period, markers = scope.period, sorted(scope.markers)
    return {
        "region": scope.region,
        "region_from": scope.region_from,
        "published": scope.published,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "period_from": scope.period_from,
        "markers": markers,
        "level": next((marker for marker in markers if marker.startswith(_LEVEL)), None),
    }


def _number(number: Quantity | None, understood: Understood) -> dict[str, Any]:
    if number is None:
        return _NO_NUMBER | dict.fromkeys(_LIMITS)
    written, meant = written_interval(number), number.interval
    limits = (_low(meant), _high(meant), _low(written), _high(written))
    return {
        "unit": number.unit.value,
        "written": number.span.cut(understood.document.visible),
        "bound": number.bound,
        "approximate": number.approximate,
        "per": number.per,
        **dict(zip(_LIMITS, limits, strict=True)),
    }


def _low(interval: Interval) -> Decimal | None:
    return _fitting(interval.low)


def _high(interval: Interval) -> Decimal | None:
    return _fitting(interval.high)


def _fitting(number: Decimal | None) -> Decimal | None:
    """The number as the tables hold it; one that is longer counts as no limit."""
    return None if number is None or abs(number) >= _BEYOND else number.quantize(_PLACES)

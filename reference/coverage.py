"""What is known of which subject, where and in which year: the holes of the reference, made visible."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reference.model import Grade, Reference, Rule, State, Unknown
from reference.period import Period
from reference.regions import COUNTRY, Level, RegionTable
from reference.registry import SCHEMAS
from reference.timeline import without


class Known(StrEnum):
    """How a year of a subject stands at a place, the best first.

    The first four hold the whole year, by the weakest evidence in it. ``NATIONAL`` where the place has no rule of its
    own and the country's says it; ``WITHIN`` where only places in it are known; ``UNKNOWN`` was looked for and not
    found; of ``BLANK`` nobody ever looked.
    """

    PROVED = "proved"
    REPORTED = "reported"
    DERIVED = "derived"
    UNVERIFIED = "unverified"
    PART = "part"
    NATIONAL = "national"
    WITHIN = "within"
    UNKNOWN = "unknown"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Subject:
    """A quantity, narrowed by facets."""

    quantity: str
    where: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """「medical.rate payer=employer」."""
        return " ".join([self.quantity, *(f"{facet}={value}" for facet, value in sorted(self.where.items()))])


@dataclass(frozen=True, slots=True)
class Coverage:
    """How each year of each subject stands at each place."""

    subjects: tuple[Subject, ...]
    regions: tuple[str, ...]
    years: tuple[int, ...]
    cells: Mapping[tuple[str, int, int], Known]

    def cell(self, region: str, subject: int, year: int) -> Known:
        """How a year of the subject with that index stands."""
        return self.cells[region, subject, year]

    def of_subject(self, subject: int) -> Iterator[Known]:
        """All cells of one subject."""
        return (self.cell(region, subject, year) for region in self.regions for year in self.years)


def coverage(
    reference: Reference, subjects: Sequence[Subject], regions: Sequence[str], years: Sequence[int]
) -> Coverage:
    """The table of the subjects at the regions (codes) in the years."""
    cells = {
        (region, index, year): _cell(reference, subject, region, Period.year(year))
        for index, subject in enumerate(subjects)
        for region in regions
        for year in years
    }
    return Coverage(tuple(subjects), tuple(regions), tuple(years), cells)


def main_subjects() -> tuple[Subject, ...]:
    """The figures that every province sets or applies."""
    return tuple(Subject(one["quantity"], one.get("where", {})) for one in _settings()["subjects"])


def provinces() -> tuple[str, ...]:
    """The codes of the provinces, without those of which nothing is collected."""
    table, left_out = RegionTable.load(), _settings()["without"]
    return tuple(code for code in sorted(table) if table.level(code) is Level.PROVINCE and code not in left_out)


def subjects_of(reference: Reference, prefix: str) -> tuple[Subject, ...]:
    """Every subject of which the quantity starts so and of which anything is recorded."""
    recorded: list[Rule | Unknown] = [*reference.rules, *reference.unknown]
    found = {(one.quantity, tuple(sorted(one.where.items()))) for one in recorded if one.quantity.startswith(prefix)}
    return tuple(Subject(quantity, dict(where)) for quantity, where in sorted(found))


def _cell(reference: Reference, subject: Subject, region: str, year: Period) -> Known:
    rules = reference.governing(subject.quantity)
    own = _best(_applying(subject, (rule for rule in rules if rule.region == region)), year)
    if own is not None:
        return own
    if _not_found(reference, subject, region, year):
        return Known.UNKNOWN
    national = (rule for rule in rules if rule.region == COUNTRY and rule.kind not in ("frame", "floor", "cap"))
    if region != COUNTRY and _best(_applying(subject, national), year) not in (None, Known.PART):
        return Known.NATIONAL
    table = RegionTable.load()
    inside = [
        rule for rule in rules if region != COUNTRY and rule.region != region and table.within(rule.region, region)
    ]
    return Known.WITHIN if _best(_applying(subject, inside), year) is not None else Known.BLANK


def _applying(subject: Subject, rules: Iterable[Rule]) -> list[Rule]:
    """The rules that answer the subject; where there are none, those that answer it for some of its cases."""
    given = list(rules)
    exact = [rule for rule in given if rule.applies(subject.where)]
    return exact or [rule for rule in given if subject.where.items() <= rule.where.items()]


def _best(rules: Iterable[Rule], year: Period) -> Known | None:
    order = list(Known)
    return min(filter(None, (_standing(rule, year) for rule in rules)), key=order.index, default=None)


def _standing(rule: Rule, year: Period) -> Known | None:
    """How a rule covers the year; ``None`` when it says nothing of it."""
    values = [value for value in rule.values_in(year) if value.state in (State.IN_FORCE, State.REPEALED)]
    if not values:
        return None
    if any(without(year, [value.period for value in values])):
        return Known.PART
    return max((_GRADES[value.evidence] for value in values), key=list(Known).index)


def _not_found(reference: Reference, subject: Subject, region: str, year: Period) -> bool:
    return any(
        one.quantity == subject.quantity
        and one.region == region
        and one.where.items() <= subject.where.items()
        and one.period.overlaps(year)
        for one in reference.unknown
    )


_GRADES = {
    Grade.OFFICIAL: Known.PROVED,
    Grade.CORROBORATED: Known.PROVED,
    Grade.REPORTED: Known.REPORTED,
    Grade.DERIVED: Known.DERIVED,
    Grade.UNVERIFIED: Known.UNVERIFIED,
}


def _settings() -> Mapping[str, list[Any]]:
    settings: Mapping[str, list[Any]] = json.loads((SCHEMAS / "coverage.json").read_text(encoding="utf-8"))
    return settings

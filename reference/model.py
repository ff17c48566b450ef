"""Rules: verified facts with dated values, each value with its own source."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, TypeVar

from reference.compact import Compact
from reference.interval import Interval
from reference.period import Period
from reference.vocabulary.scope import BUILT_IN, Vocabulary

Question: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...]]
Key = TypeVar("Key", bound=Hashable)


class Grade(StrEnum):
    """How well a value is proved, best first. It caps the severity of what rests on it."""

    OFFICIAL = "official"
    CORROBORATED = "corroborated"
    REPORTED = "reported"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


class State(StrEnum):
    """Where a value stands in its life. Only values in force can make an error.

    A law that is in force and names a later year is ``in_force`` with a ``period`` that starts in that year;
    ``announced`` is a target or a draft, which binds nobody yet.
    """

    IN_FORCE = "in_force"
    ANNOUNCED = "announced"
    PROJECTED = "projected"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class Source(Compact):
    """A citation: title, document number, issuer, dates, official address where known. Never a mirror.

    ``published`` is a full date; ``dated`` holds what is known instead where that is only "2025-09" or "2025".
    """

    title: str
    doc_no: str | None = None
    issuer: str | None = None
    published: date | None = None
    url: str | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Value(Compact):
    """What held, when, by which source.

    The payload depends on the rule's kind:
    "value", "frame": ``accepts``, any number inside one of the intervals is right; "floor", "cap": the bound itself;
    "set": ``members``; "statement": ``truth``; "hotline": ``text`` as printed, ``members`` the digits;
    "term": ``truth`` whether the old names (``members``) are current, ``text`` the name to use;
    "date": ``dates``, each accepted day, month or year; "document", "schedule": ``details``;
    "article": ``details`` (law, number), ``members`` its subjects, ``text`` what it is about;
    "rounding": ``details`` (to, mode); "cycle": ``members`` the quantities it governs, ``details`` the days of the
    year as "07-01" (effective, published_from, published_to), ``dates`` on which it became public in the past.
    Numbers are in the rule's unit, see ``reference.units`` for the scale of tokens. ``display`` is Chinese.

    ``period.end`` is ``None`` while the value is in force with no known end. ``known_until`` is set, and equal to
    ``period.end``, where the value is only documented to that day: afterwards nothing may be concluded.
    ``announced`` is the day it became public, where that is known: often after ``period.start``.
    ``disputed`` while somebody's dispute about it is open: it then makes no error.
    """

    period: Period
    evidence: Grade
    state: State
    source: Source
    accepts: tuple[Interval, ...] = ()
    display: str = ""
    members: frozenset[str] = frozenset()
    truth: bool | None = None
    text: str | None = None
    dates: tuple[Period, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    announced: date | None = None
    verified_on: date | None = None
    known_until: date | None = None
    review_by: date | None = None
    note: str | None = None
    disputed: bool = False

    def allows(self, stated: Interval) -> bool:
        """True when a number of ``stated`` (in the rule's unit) is right."""
        return any(accepted.overlaps(stated) for accepted in self.accepts)


@dataclass(frozen=True, slots=True)
class Rule(Compact):
    """A fact with its history. ``values`` are in time order and do not overlap.

    ``quantity`` names what it governs (an id of ``schema/quantities.json``);
    ``where`` narrows it by facets (payer, population, tier, …); ``region`` is a GB/T 2260 code, 000000 for the country.
    ``per`` is what an amount is paid for: "month", "year", "day", "time".
    """

    id: str
    kind: str
    quantity: str
    region: str
    title: str
    title_en: str
    values: tuple[Value, ...]
    where: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    note: str | None = None
    per: str | None = None

    def values_in(self, period: Period) -> tuple[Value, ...]:
        """The values whose period shares a day with ``period``."""
        return tuple(value for value in self.values if value.period.overlaps(period))

    def value_on(self, day: date) -> Value | None:
        """The value of ``day``; ``None`` where the rule says nothing of that day."""
        return next((value for value in self.values if value.period.contains(day)), None)

    def values_known_on(self, day: date) -> tuple[Value, ...]:
        """What a careful writer could give on ``day``.

        The value of the day; and the one before it, while the new one was in force but not yet announced:
        bases of a year are published in September and count from January.
        """
        for earlier, value in zip((None, *self.values), self.values, strict=False):
            if value.period.contains(day):
                unannounced = value.announced is not None and day < value.announced
                return (earlier, value) if unannounced and earlier is not None else (value,)
        return ()

    @property
    def question(self) -> Question:
        """What it answers: one reference gives one answer to each quantity, place and set of facets."""
        return (self.quantity, self.region, tuple(sorted(self.where.items())))

    def applies(self, facets: Mapping[str, str]) -> bool:
        """True when every facet of ``where`` is given with the same value."""
        return all(facets.get(name) == wanted for name, wanted in self.where.items())


@dataclass(frozen=True, slots=True)
class Attempt(Compact):
    """What was done on a day to find a value."""

    on: date
    what: str


@dataclass(frozen=True, slots=True)
class Unknown(Compact):
    """A value that was looked for and not found, in ``period``: recorded, never guessed."""

    quantity: str
    region: str
    period: Period
    why: str
    tried: tuple[Attempt, ...]
    where: Mapping[str, str] = field(default_factory=dict)

    def concerns(self, rule: Rule) -> bool:
        """True when it speaks of what the rule speaks of, in its place or one above, whatever the time."""
        same = self.quantity == rule.quantity and self.region in region_chain(rule.region)
        return same and all(rule.where.get(facet) == value for facet, value in self.where.items())

    def explains(self, rule: Rule, hole: Period) -> bool:
        """True when it says why the rule has no value in the period; one of a place above, or of all facets, counts."""
        here = self.quantity == rule.quantity and self.region in region_chain(rule.region)
        return here and self.where.items() <= rule.where.items() and self.period.covers(hole)


class DisputeVerdict(StrEnum):
    """What became of a dispute: ``upheld`` when the value was wrong, ``rejected`` when it is right."""

    OPEN = "open"
    UPHELD = "upheld"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Dispute(Compact):
    """Somebody's word against the value of ``rule`` that starts on ``start`` (``None``: that always held)."""

    rule: str
    start: date | None
    says: str
    by: str
    on: date
    verdict: DisputeVerdict
    why: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """A rule that gave way to ``by``, which answers the same question and stands in a folder named later."""

    rule: Rule
    by: Rule


@dataclass(frozen=True)
class Reference:
    """All loaded rules. ``sha256`` is the digest of the files they came from.

    ``unknown`` is what was looked for and not found, ``disputes`` what was said against values, ``replaced`` which
    rules of an earlier folder gave way to those of a later one. ``vocabulary`` holds the words of their field.
    """

    rules: tuple[Rule, ...]
    sha256: str
    unknown: tuple[Unknown, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    vocabulary: Vocabulary = BUILT_IN

    def rule(self, rule_id: str) -> Rule | None:
        """The rule with that id."""
        return self._by_id.get(rule_id)

    def governing(self, quantity: str) -> tuple[Rule, ...]:
        """All rules of a quantity, for every place and facet."""
        return self._by_quantity.get(quantity, ())

    def find(self, quantity: str, region: str | None, facets: Mapping[str, str]) -> tuple[Rule, ...]:
        """The rules that govern a quantity at a place, the most specific region that has any.

        ``region`` is a GB/T 2260 code or ``None`` (nothing said of a place: only national rules apply).
        A rule gives way to one of the same region whose ``where`` holds its facets and more.
        """
        for code in region_chain(region):
            here = self.at(quantity, code, facets)
            if here:
                return here
        return ()

    def at(self, quantity: str, code: str, facets: Mapping[str, str]) -> tuple[Rule, ...]:
        """The rules of exactly that place, as above."""
        here = [rule for rule in self._by_place.get((quantity, code), ()) if rule.applies(facets)]
        return tuple(rule for rule in here if not any(_narrower(other, rule) for other in here))

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def _by_quantity(self) -> dict[str, tuple[Rule, ...]]:
        return _grouped(self.rules, lambda rule: rule.quantity)

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], tuple[Rule, ...]]:
        return _grouped(self.rules, lambda rule: (rule.quantity, rule.region))


def region_chain(region: str | None) -> tuple[str, ...]:
    """County, city, province, country: the codes to try for a place, most specific first."""
    if region is None or region == "000000":
        return ("000000",)
    chain = [region, region[:4] + "00", region[:2] + "0000", "000000"]
    return tuple(dict.fromkeys(chain))


def _grouped(rules: Iterable[Rule], key: Callable[[Rule], Key]) -> dict[Key, tuple[Rule, ...]]:
    groups: dict[Key, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(key(rule), []).append(rule)
    return {name: tuple(group) for name, group in groups.items()}


def _narrower(one: Rule, other: Rule) -> bool:
    return len(one.where) > len(other.where) and other.applies(one.where)

"""What a number of an article can mean, and by which words it is recognised. Loaded once, frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeAlias

from reference.lazy_pattern import LazyPattern
from reference.vocabulary import load_entries, load_json, worded

LEVELS = ("segment", "bracket", "sentence", "block", "heading", "title")

OTHER_UNITS = ("days", "months", "years", "points", "times")
"""In which other unit a binding may let a number be written."""

Values: TypeAlias = frozenset[str] | None
"""The accepted values of a facet; ``None`` accepts any."""
_Json: TypeAlias = dict[str, Any]
# What joins the values of coordinated terms (养老+医疗).
_JOINT = "+"
_AREAS = ("number", "near", "clause", "words", "topic", "before", "after")
# Of the ways of writing that ask for words and not for their places: the template, and a rank below all others.
_LOOSE, _LAST = "loose", -100
# What stands before or after a number must touch it.
_TOUCHING = {"before": "(?:{})$", "after": r"\A(?:{})"}
_PATTERNS = (*_AREAS, *(f"not_{area}" for area in _AREAS))


@dataclass(frozen=True, slots=True)
class Demand:
    """A facet that must (or must not) stand within a level of the number's frame (an index into ``LEVELS``)."""

    facet: str
    values: Values
    within: int

    def meets(self, value: str) -> bool:
        """True for a value that is demanded; a compound value (养老+医疗) is none of its parts."""
        return self.values is None or value in self.values

    def refuses(self, value: str) -> bool:
        """True for a value that is refused, and for a compound one all parts of which are (医疗、工伤和生育)."""
        return self.values is None or value in self.values or all(part in self.values for part in value.split(_JOINT))


@dataclass(frozen=True, slots=True)
class Wording:
    """What must (or, ``refused``, must not) be found in an area of the text around the number."""

    area: str
    pattern: LazyPattern
    refused: bool


@dataclass(frozen=True, slots=True)
class Binding:
    """One way in which a quantity is written; what the fields mean stands in ``quantities.json``.

    A ``loose`` one only asks for words around the number, wherever they stand; what it binds is never an error.
    """

    demands: tuple[Demand, ...]
    refusals: tuple[Demand, ...]
    wordings: tuple[Wording, ...]
    low: Decimal
    high: Decimal
    give: Mapping[str, str] = field(default_factory=dict)
    rank: int = 0
    bare: bool = False
    also: frozenset[str] = frozenset()
    reach: int = 2
    ahead: tuple[str, ...] = ()
    loose: bool = False

    def plausible(self, numbers: Sequence[Decimal]) -> bool:
        """True when every number lies in the binding's range."""
        return self.low <= min(numbers) and max(numbers) <= self.high


@dataclass(frozen=True, slots=True)
class QuantitySpec:
    """A quantity that rules may govern.

    ``unit`` is a token's unit; ``slots`` are the facets a claim of it carries along. ``setting`` is "national" when one
    rule holds everywhere, "local" when each place sets its own. ``compare`` says when a number agrees with a value:
    "meets"; "inside", where a stated range must lie inside what the rule accepts; "whole", where it must be just that;
    "exact", where 30日内 names the thirty days; "ends", where 二倍以上三倍以下 names both ends of a range; "later",
    where the low end of an accepted range is over (nobody retires at 60 any more); "least", where places may add to
    it; "ever", where the value of any time will do; "superseded", where only an earlier value is wrong, as the number
    is a snapshot.
    ``halves`` names the quantities of the two ends of a written range. ``contrast`` is False where two numbers do not
    contradict each other. ``assumable`` is True for numbers that an example may make up. ``usual`` are slot values that
    say no more than their absence. ``timeless`` when the dates beside it say nothing of when it holds. ``yearly`` when
    a new figure is set each year, so that a year the text is about (2025年度) dates it; ``step`` is how far that may
    lie from the last one known, in shares of it. ``mistaken`` are quantities whose figures are given for this one.
    ``nationwide``: the facets of the national value from which hardly any place departs, so that it warns in places
    without a value of their own. ``averaged``: the national minimum is one that places keep on average; a group or
    grade may lie as low as this share of it. ``placed``: values of slots of which only a text that names a place may
    tell more than the value. ``entitles``: a maximum is what people may have, so that a lower one told as the most
    there is takes something from them.
    """

    id: str
    zh: str
    en: str
    unit: str
    setting: str
    slots: tuple[str, ...]
    compare: str
    bindings: tuple[Binding, ...]
    halves: tuple[str, str] | None = None
    contrast: bool = True
    assumable: bool = False
    usual: Mapping[str, str] = field(default_factory=dict)
    timeless: bool = False
    yearly: bool = False
    mistaken: tuple[str, ...] = ()
    step: tuple[Decimal, Decimal] | None = None
    nationwide: Mapping[str, str] | None = None
    averaged: Decimal | None = None
    placed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    entitles: bool = False


@worded
def load_quantities() -> tuple[QuantitySpec, ...]:
    """All quantities of ``vocabulary/quantities/``. Raises ValueError for one that is not well formed."""
    templates: Mapping[str, _Json] = load_json("quantities.json")["templates"]
    specs = tuple(_spec(entry, templates) for entry in load_entries("quantities"))
    ids = [spec.id for spec in specs]
    if len(set(ids)) != len(ids):
        raise ValueError("a quantity is described twice")
    return specs


@worded
def denials() -> tuple[LazyPattern, ...]:
    """Patterns that end right before a number which the text does not assert."""
    return tuple(_wording("before", pattern).pattern for pattern in load_json("quantities.json")["denied"])


@worded
def quantity_names() -> Mapping[str, tuple[str, str]]:
    """The Chinese and the English name of every quantity, by id."""
    return {spec.id: (spec.zh, spec.en) for spec in load_quantities()}


@worded
def quantity_spec(quantity: str) -> QuantitySpec | None:
    """The description of a quantity; ``None`` for an id that is not in the vocabulary."""
    return next((spec for spec in load_quantities() if spec.id == quantity), None)


def _spec(entry: _Json, templates: Mapping[str, _Json]) -> QuantitySpec:
    halves = entry.get("halves")
    return QuantitySpec(
        entry["id"],
        entry["zh"],
        entry["en"],
        entry["unit"],
        entry.get("setting", "national"),
        tuple(entry.get("slots", ())),
        entry.get("compare", "meets"),
        (
            *(_binding(_filled(bind, templates)) for bind in entry["bind"]),
            *(_loosely(_binding(_filled({"like": _LOOSE, **bind}, templates))) for bind in entry.get("loose", ())),
        ),
        None if halves is None else (halves[0], halves[1]),
        entry.get("contrast", True),
        entry.get("assumable", False),
        entry.get("usual", {}),
        entry.get("timeless", False),
        entry.get("yearly", False),
        tuple(entry.get("mistaken", ())),
        None if "step" not in entry else (Decimal(entry["step"][0]), Decimal(entry["step"][1])),
        entry.get("nationwide"),
        None if "averaged" not in entry else Decimal(entry["averaged"]),
        {facet: frozenset(values) for facet, values in entry.get("placed", {}).items()},
        entry.get("entitles", False),
    )


def _filled(bind: _Json, templates: Mapping[str, _Json]) -> _Json:
    """The binding with what its template adds: patterns and refusals join, everything else is the binding's own."""
    base = templates[bind["like"]] if "like" in bind else {}
    filled = {**base, **bind}
    for key in _PATTERNS:
        filled[key] = [*base.get(key, ()), *bind.get(key, ())]
    for key in ("absent", "absent_within"):
        filled[key] = {**base.get(key, {}), **bind.get(key, {})}
    return filled


def _binding(bind: _Json) -> Binding:
    low, high = bind["range"]
    return Binding(
        _demands(bind.get("facets", {}), bind.get("within", {}), "sentence"),
        _demands(bind["absent"], bind.get("absent_within", {}), "bracket"),
        tuple(_wording(key, pattern) for key in _PATTERNS for pattern in bind[key]),
        Decimal(str(low)),
        Decimal(str(high)),
        bind.get("give", {}),
        bind.get("rank", 0),
        bind.get("bare", False),
        frozenset(written for written in OTHER_UNITS if bind.get(written)),
        LEVELS.index(bind.get("reach", "sentence")),
        tuple(bind.get("ahead", ())),
    )


def _loosely(binding: Binding) -> Binding:
    return replace(binding, rank=_LAST, loose=True)


def _demands(facets: Mapping[str, Any], within: Mapping[str, str], usual: str) -> tuple[Demand, ...]:
    return tuple(
        Demand(facet, None if values == "*" else frozenset(values), LEVELS.index(within.get(facet, usual)))
        for facet, values in facets.items()
    )


def _wording(key: str, pattern: str) -> Wording:
    area = key.removeprefix("not_")
    return Wording(area, LazyPattern(_TOUCHING.get(area, "{}").format(pattern)), refused=area != key)

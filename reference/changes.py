"""What differs between two states of the rules, typed: rule by rule, value by value, aspect by aspect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reference.model import Reference, Rule, Value


class Aspect(StrEnum):
    """What of a value or of a rule is different."""

    VALUE = "value"
    START = "start"
    END = "end"
    STATE = "state"
    EVIDENCE = "evidence"
    DISPUTE = "dispute"
    ANNOUNCED = "announced"
    SOURCE = "source"
    SCOPE = "scope"
    WORDING = "wording"
    UPKEEP = "upkeep"

    @property
    def bears(self) -> bool:
        """True when what is found in an article may depend on it."""
        return self not in (Aspect.SOURCE, Aspect.WORDING, Aspect.UPKEEP)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value before and after: ``None`` on the side where it is not there. ``aspects`` are empty for those."""

    before: Value | None
    after: Value | None
    aspects: tuple[Aspect, ...] = ()

    @property
    def bears(self) -> bool:
        """True when what is found in an article may depend on it."""
        return self.before is None or self.after is None or any(aspect.bears for aspect in self.aspects)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule before and after: ``None`` on the side where it is not there.

    ``aspects`` are those of the rule itself: SCOPE (kind, quantity, place, facets, unit) and WORDING.
    """

    id: str
    before: Rule | None
    after: Rule | None
    aspects: tuple[Aspect, ...] = ()
    values: tuple[ValueChange, ...] = ()

    @property
    def bears(self) -> bool:
        """True when what is found in an article may depend on it."""
        whole = self.before is None or self.after is None
        return whole or any(one.bears for one in self.aspects) or any(one.bears for one in self.values)


def changes(old: Reference, new: Reference) -> tuple[RuleChange, ...]:
    """The rules that differ, in order of their ids."""
    before, after = ({rule.id: rule for rule in side.rules} for side in (old, new))
    compared = (_rule_change(name, before.get(name), after.get(name)) for name in sorted({*before, *after}))
    return tuple(change for change in compared if change is not None)


def _rule_change(name: str, before: Rule | None, after: Rule | None) -> RuleChange | None:
    if before is None or after is None:
        return RuleChange(name, before, after)
    aspects = tuple(aspect for aspect, read in _OF_RULES.items() if read(before) != read(after))
    values = tuple(_value_changes(before.values, after.values))
    return RuleChange(name, before, after, aspects, values) if aspects or values else None


def _value_changes(before: Sequence[Value], after: Sequence[Value]) -> Iterator[ValueChange]:
    """Values of the same start are the same value; one whose start was mended is told by what it says."""
    pairs = [*_pairs(before, after)]
    for old, new in sorted(pairs, key=lambda pair: _place(pair[1] or pair[0])):
        if old is None or new is None:
            yield ValueChange(old, new)
            continue
        aspects = tuple(_aspects(old, new))
        if aspects:
            yield ValueChange(old, new, aspects)


def _aspects(old: Value, new: Value) -> Iterator[Aspect]:
    for aspect, read in _OF_VALUES.items():
        # Another value reads differently, of course.
        if read(old) != read(new) and (aspect is not Aspect.WORDING or _says(old) == _says(new)):
            yield aspect


def _pairs(before: Sequence[Value], after: Sequence[Value]) -> Iterator[tuple[Value | None, Value | None]]:
    starts = {value.period.start: value for value in after}
    left = [value for value in before if value.period.start not in starts]
    yield from ((value, starts[value.period.start]) for value in before if value.period.start in starts)
    known = {value.period.start for value in before}
    for value in after:
        if value.period.start in known:
            continue
        moved = next((old for old in left if _says(old) == _says(value) and old.period.overlaps(value.period)), None)
        if moved is not None:
            left.remove(moved)
        yield moved, value
    yield from ((value, None) for value in left)


def _place(value: Value | None) -> str:
    return str(value.period.start or "") if value is not None else ""


def _says(value: Value) -> tuple[object, ...]:
    details = tuple(sorted(value.details.items()))
    return value.accepts, value.members, value.truth, value.text, value.dates, details


_OF_RULES: Mapping[Aspect, Callable[[Rule], object]] = {
    Aspect.SCOPE: lambda rule: (rule.kind, rule.quantity, rule.region, dict(rule.where), rule.unit, rule.per),
    Aspect.WORDING: lambda rule: (rule.title, rule.title_en, rule.note),
}
_OF_VALUES: Mapping[Aspect, Callable[[Value], object]] = {
    Aspect.VALUE: _says,
    Aspect.START: lambda value: value.period.start,
    Aspect.END: lambda value: (value.period.end, value.known_until),
    Aspect.STATE: lambda value: value.state,
    Aspect.EVIDENCE: lambda value: value.evidence,
    Aspect.DISPUTE: lambda value: value.disputed,
    Aspect.ANNOUNCED: lambda value: value.announced,
    Aspect.SOURCE: lambda value: value.source,
    Aspect.WORDING: lambda value: (value.display, value.note),
    Aspect.UPKEEP: lambda value: (value.verified_on, value.review_by),
}

"""Which claims of a store a change of rules, or of the day, may have judged otherwise, and which are judged alike.

Claims of one kind about one subject, with equal ``case_key``, are judged alike if their places have the same rules, and
if between the days they were published on no rule of theirs begins or ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from linter.foresight import turning_days
from linter.judging.known_times import A_YEAR
from linter.judging.resting import looks_at_the_day, looks_at_the_place, may_rest_on
from reference.changes import Aspect, RuleChange, changes
from reference.model import Reference, Rule, region_chain
from reference.period import Period
from reference.regions import COUNTRY

_DAY = timedelta(days=1)
_DEADLINES = "DeadlineClaim"


@dataclass(frozen=True)
class Turn:
    """From one reference and day to another."""

    before: Reference
    after: Reference
    day_before: date
    day_after: date
    _found: dict[tuple[str, str], tuple[Rule, ...]] = field(default_factory=dict, repr=False, compare=False)

    def concerns(self, kind: str, subject: str) -> bool:
        """True unless the turn leaves all claims of that kind about that subject as they are.

        Their own days aside, see ``passed``: what a claim says of a time is judged otherwise once that has come.
        """
        deadlines = kind == _DEADLINES and self.day_before != self.day_after
        return deadlines or any(may_rest_on(kind, subject, quantity) for quantity in self._quantities)

    @property
    def passed(self) -> tuple[date, date] | None:
        """The first and the last of the days that became past or present, or the other way round."""
        first, last = sorted((self.day_before, self.day_after))
        return (first + _DAY, last) if first != last else None

    def place(self, kind: str, subject: str, region: str | None) -> str:
        """A name for where such a claim holds: the same for places that have the same rules on it."""
        if not looks_at_the_place(kind):
            return ""
        if region in (None, COUNTRY):
            return region or ""
        ruled = {rule.region for rule in self._rules(kind, subject)}
        return "in " + " ".join(code for code in region_chain(region) if code in ruled)

    def cuts(self, kind: str, subject: str, place: str) -> Sequence[date]:
        """The days from which on such a claim in that place may be judged otherwise than if published before.

        ``place`` is a name that ``place`` gave. In order.
        """
        if not looks_at_the_day(kind):
            return ()
        # Where no place is named, the rules of all of them count.
        named = {COUNTRY, *place.split()} if place else None
        days = {
            day for rule in self._rules(kind, subject) if named is None or rule.region in named for day in _cuts(rule)
        }
        days |= {day + step for day in (self.day_before, self.day_after) for step in (timedelta(0), _DAY)}
        if self.passed is not None:
            days |= {day + _DAY for day in days if self.passed[0] <= day <= self.passed[1]}
        return sorted(days)

    def days_between(self, kind: str, subject: str) -> frozenset[date]:
        """The days on which such a claim may begin to be judged otherwise by the rules, up to the last one."""
        resting = Reference(self._rules(kind, subject), "")
        return frozenset(turning_days((), resting, self.day_before, self.day_after))

    @cached_property
    def _quantities(self) -> frozenset[str]:
        """Those whose rules differ, or say something else on one of the days than on the other."""
        differing = (change for change in changes(self.before, self.after) if _counts(change))
        rules = [rule for change in differing for rule in (change.before, change.after) if rule is not None]
        if self.passed is not None:
            period = Period(self.passed[0] - _DAY, self.passed[1])
            rules += [rule for rule in self._all if any(period.contains(day) for day in _turning_days(rule))]
        return frozenset(rule.quantity for rule in rules)

    @cached_property
    def _all(self) -> tuple[Rule, ...]:
        return (*self.before.rules, *self.after.rules)

    @cached_property
    def _by_quantity(self) -> dict[str, tuple[Rule, ...]]:
        names = {rule.quantity for rule in self._all}
        return {name: (*self.before.governing(name), *self.after.governing(name)) for name in names}

    def _rules(self, kind: str, subject: str) -> tuple[Rule, ...]:
        if (kind, subject) not in self._found:
            resting = (name for name in self._by_quantity if may_rest_on(kind, subject, name))
            self._found[kind, subject] = tuple(rule for name in resting for rule in self._by_quantity[name])
        return self._found[kind, subject]


def _counts(change: RuleChange) -> bool:
    """False where only notes and titles differ, and who looked when."""
    whole = change.before is None or change.after is None
    of_values = (one.before is None or one.after is None or _tell(one.aspects) for one in change.values)
    return whole or Aspect.SCOPE in change.aspects or any(of_values)


def _tell(aspects: Iterable[Aspect]) -> bool:
    return any(aspect is not Aspect.UPKEEP for aspect in aspects)


def _turning_days(rule: Rule) -> Iterator[date]:
    """The days on which a value of the rule begins, becomes public, or ends; nothing is other before the next day."""
    for value in rule.values:
        for day in (value.period.start, value.period.end, value.known_until, value.announced):
            if day is not None:
                yield day


def _cuts(rule: Rule) -> Iterator[date]:
    """The days that tell texts apart by the day they were published on: one may be written just ahead of a rule."""
    for value in rule.values:
        yield from _days(value.period.start, timedelta(0), -A_YEAR)
        yield from _days(value.announced, timedelta(0))
        yield from _days(value.period.end, timedelta(0), _DAY)
        yield from _days(value.known_until, timedelta(0), _DAY)


def _days(day: date | None, *steps: timedelta) -> Iterator[date]:
    for step in steps if day is not None else ():
        with suppress(OverflowError):
            yield day + step

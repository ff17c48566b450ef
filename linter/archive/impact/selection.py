"""Which claims of a store a change of rules, or of the day, may have judged otherwise, and which are judged alike.

Claims of one kind about one subject, with equal ``case_key``, are judged alike if their places have the same rules, and
if between the days they were published on no rule of theirs begins or ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from linter.judging.known_times import A_YEAR
from linter.judging.resting import looks_at_the_day, looks_at_the_place, may_rest_on
from reference.changes import Aspect, RuleChange, changes
from reference.model import Reference, Rule, region_chain
from reference.period import Period
from reference.regions import COUNTRY

_DAY = timedelta(days=1)
# When a text was written just ahead of a rule is looked at as well.
_AHEAD = (timedelta(0), _DAY, -A_YEAR, _DAY - A_YEAR)
_DEADLINES = "DeadlineClaim"


@dataclass(frozen=True)
class Turn:
    """From one reference and day to another."""

    before: Reference
    after: Reference
    day_before: date
    day_after: date

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

    def bucket(self, kind: str, subject: str) -> Callable[[date | None], int]:
        """A number for the day of publication: the same for days that the rules of these claims do not tell apart."""
        if not looks_at_the_day(kind):
            return lambda _: 0
        if kind == _DEADLINES:
            return lambda day: day.toordinal() if day else -1
        cuts = self._cuts(kind, subject)
        return lambda day: bisect_right(cuts, day) if day else -1

    def place(self, kind: str, subject: str) -> Callable[[str | None], str]:
        """A name for where a claim holds: the same for places that have the same rules on it."""
        if not looks_at_the_place(kind):
            return lambda _: ""
        ruled = {rule.region for rule in self._rules(kind, subject)} - {COUNTRY}

        def named(region: str | None) -> str:
            if region in (None, COUNTRY):
                return region or ""
            return "in " + " ".join(code for code in region_chain(region) if code in ruled)

        return named

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

    def _rules(self, kind: str, subject: str) -> Iterator[Rule]:
        for quantity, rules in self._by_quantity.items():
            if may_rest_on(kind, subject, quantity):
                yield from rules

    def _cuts(self, kind: str, subject: str) -> list[date]:
        """The days from which on publication may be judged otherwise than before, in order."""
        days = {day for rule in self._rules(kind, subject) for day in _turning_days(rule)}
        days |= {self.day_before, self.day_after}
        return sorted({moved for day in days for step in _AHEAD if (moved := _moved(day, step)) is not None})


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


def _moved(day: date, step: timedelta) -> date | None:
    try:
        return day + step
    except OverflowError:
        return None

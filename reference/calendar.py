"""Which rules change on the days to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from reference.model import Reference, Rule, Value

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """On ``day`` ``after`` takes the place of ``before``; ``None`` where nothing held, or nothing is laid down.

    ``cited`` is the value whose source says so.
    """

    day: date
    rule: Rule
    before: Value | None
    after: Value | None
    cited: Value


def changes_ahead(reference: Reference, after: date, until: date) -> tuple[Change, ...]:
    """The changes after the day ``after`` up to ``until``, in order of day and rule.

    That a value is only documented to a day (``known_until``) is no change.
    """
    found = [change for rule in reference.rules for change in _changes(rule) if after < change.day <= until]
    return tuple(sorted(found, key=lambda change: (change.day, change.rule.id)))


def _changes(rule: Rule) -> Iterator[Change]:
    for before, after in zip_longest((None, *rule.values), rule.values):
        over, starts = _first_day_without(before), None if after is None else after.period.start
        if before is not None and over is not None and over != starts:
            yield Change(over, rule, before, None, before)
        if after is not None and starts is not None:
            yield Change(starts, rule, before if over == starts else None, after, after)


def _first_day_without(value: Value | None) -> date | None:
    """The day after the last one of a value whose end is laid down."""
    end = None if value is None or value.known_until else value.period.end
    return None if end is None or end == date.max else end + _DAY

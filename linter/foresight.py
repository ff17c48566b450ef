"""What is right today and wrong on a day to come: the same claims, judged again on every day that changes something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from linter.check import Check, Checked, Outcome
from linter.claims.model import Claim, DeadlineClaim
from linter.finding import Finding
from reference.model import Reference
from reference.period import Period

# How numbers of an article fit together, no day changes.
_BY_TIME = frozenset({"reference", "staleness"})
_OVER_RUNS = frozenset({"run", "foresight"})
_ARITHMETIC = "arithmetic"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """Something right today and wrong from ``day`` on: ``then`` is what a check will find on that day."""

    day: date
    then: Finding


def judges(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks whose outcome depends on the day."""
    return tuple(check for check in checks if check.family in _BY_TIME and check.over not in _OVER_RUNS)


def turning_days(claims: Iterable[Claim], reference: Reference, after: date, until: date) -> tuple[date, ...]:
    """The days after ``after`` and up to ``until`` on which the judgement of a claim may change, in order."""
    periods = [value.period for rule in reference.rules for value in rule.values]
    periods += [period for claim in claims for period in _periods(claim)]
    days = {day for period in periods for day in _turns(period) if after < day <= until}
    return tuple(sorted(days))


def coming(judged: Callable[[date], Iterable[Outcome]], today: date, days: Iterable[date]) -> Iterator[Coming]:
    """What turns wrong on one of the ``days``, each on the first of them. ``judged`` gives the outcomes of a day.

    Only what is found in order today counts, and what a value refutes that has not begun yet, or the calendar alone:
    that nothing is known of later days is no change.
    """
    now = tuple(judged(today))
    right = {each.span for each in now if isinstance(each, Checked) and each.against != _ARITHMETIC}
    wrong = [each.span for each in now if isinstance(each, Finding)]
    right -= {span for span in right if any(span.overlaps(other) for other in wrong)}
    for day in days:
        found = [each for each in judged(day) if isinstance(each, Finding) and each.span in right]
        yield from (Coming(day, each) for each in found if _rests_on_the_new(each, today))
        right -= {each.span for each in found}


def _rests_on_the_new(finding: Finding, today: date) -> bool:
    return finding.rule is None or (finding.rule.value.period.start or today) > today


def _periods(claim: Claim) -> Iterator[Period]:
    if claim.scope.period is not None:
        yield claim.scope.period
    if isinstance(claim, DeadlineClaim):
        yield claim.until


def _turns(period: Period) -> Iterator[date]:
    if period.start is not None:
        yield period.start
    if period.end is not None and period.end < date.max:
        yield period.end + _DAY

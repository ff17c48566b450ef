"""Figures that follow a formula: the delay of retirement, the minimum years, the months of an annuity.

The parameters are rules like all others (kind "schedule"); the arithmetic is here. Months are exact integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reference.interval import Interval
from reference.model import Reference, Rule

RETIREMENT = "retirement.schedule"
PAYMENT_MONTHS = "pension.payment_months"
PAYMENT_MONTHS_BETWEEN = "pension.payment_months_between"
MINIMUM_YEARS = "pension.min_years_schedule"


@dataclass(frozen=True, slots=True)
class RetirementSchedule:
    """How the statutory age of a group rises with the month of birth.

    Those born before ``first_birth`` (the first of a month) keep ``base_age`` (months); from then on every
    ``births_per_step`` months of birth add one month, ``max_delay`` at most.
    """

    first_birth: date
    base_age: int
    births_per_step: int
    max_delay: int

    def delay(self, birth: date) -> int:
        """Months by which retirement moves for somebody born in the month of ``birth``."""
        later = _month(birth) - _month(self.first_birth)
        return 0 if later < 0 else min(self.max_delay, later // self.births_per_step + 1)

    def age(self, birth: date) -> int:
        """The statutory retirement age in months."""
        return self.base_age + self.delay(birth)

    def retires(self, birth: date) -> date:
        """The first day of the month in which the statutory age is reached."""
        years, month = divmod(_month(birth) + self.age(birth), 12)
        return date(years, month + 1, 1)


@dataclass(frozen=True, slots=True)
class MinimumYears:
    """How the minimum period of contributions rises: ``base`` months until ``last_base_year``, then ``step`` a year."""

    base: int
    last_base_year: int
    step: int
    limit: int

    def months(self, year: int) -> int:
        """Months of contributions needed by those who reach the statutory age in ``year``."""
        return min(self.limit, self.base + self.step * max(0, year - self.last_base_year))


def retirement_schedule(reference: Reference, group: str) -> RetirementSchedule | None:
    """The schedule of a group (male, female_55, female_50); ``None`` when no rule gives one."""
    for rule in reference.find(RETIREMENT, None, {"group": group}):
        details = rule.values[-1].details
        return RetirementSchedule(
            date.fromisoformat(details["first_birth"] + "-01"),
            int(details["base_age_years"]) * 12,
            int(details["births_per_step"]),
            int(details["max_delay_months"]),
        )
    return None


def minimum_years(reference: Reference) -> MinimumYears | None:
    """The schedule of the minimum period of contributions; ``None`` when no rule gives one."""
    for rule in reference.find(MINIMUM_YEARS, None, {}):
        details = rule.values[-1].details
        return MinimumYears(
            int(details["base_years"]) * 12,
            int(details["last_base_year"]),
            int(details["step_months"]),
            int(details["max_years"]) * 12,
        )
    return None


def schedule_rule(reference: Reference, group: str) -> Rule | None:
    """The rule that a retirement schedule rests on, to cite it."""
    return next(iter(reference.find(RETIREMENT, None, {"group": group})), None)


def retirement_delay(reference: Reference, birth: date, group: str) -> int | None:
    """Months of delay for a birth month and group; ``None`` for an unknown group."""
    schedule = retirement_schedule(reference, group)
    return None if schedule is None else schedule.delay(birth)


def retirement_age(reference: Reference, birth: date, group: str) -> int | None:
    """The statutory retirement age in months; ``None`` for an unknown group."""
    schedule = retirement_schedule(reference, group)
    return None if schedule is None else schedule.age(birth)


def retirement_month(reference: Reference, birth: date, group: str) -> date | None:
    """The first day of the month of statutory retirement; ``None`` for an unknown group."""
    schedule = retirement_schedule(reference, group)
    return None if schedule is None else schedule.retires(birth)


def min_years(reference: Reference, year: int) -> int | None:
    """Months of contributions needed by those who reach the statutory age in ``year``; ``None`` without a rule."""
    schedule = minimum_years(reference)
    return None if schedule is None else schedule.months(year)


def payment_months_rule(reference: Reference) -> Rule | None:
    """The rule by which months of the annuity are found between two birthdays, to cite it."""
    return next(iter(reference.find(PAYMENT_MONTHS_BETWEEN, None, {})), None)


def payment_months_between(reference: Reference, years: int, months: int) -> Interval | None:
    """Months of the annuity of somebody who retires ``months`` after a birthday: those of both birthdays, in between.

    An interval, as two figures are accepted for one age; ``None`` where an age or the rule is missing.
    """
    rule = payment_months_rule(reference)
    younger, older = (_payment_months(reference, age) for age in (years, years + 1))
    if rule is None or younger is None or older is None:
        return None
    unit = Decimal(1).scaleb(-int(rule.values[-1].details["decimals"]))
    ends = (
        first + (second - first) * months / 12
        for first, second in ((younger.low, older.low), (younger.high, older.high))
        if first is not None and second is not None
    )
    return Interval.hull(Interval.point(end.quantize(unit, ROUND_HALF_UP)) for end in ends)


def _payment_months(reference: Reference, age: int) -> Interval | None:
    rules = [rule for rule in reference.find(PAYMENT_MONTHS, None, {"age": str(age)}) if "age" in rule.where]
    return Interval.hull(rules[0].values[-1].accepts) if rules else None


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1

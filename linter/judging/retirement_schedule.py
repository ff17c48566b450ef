"""What the schedule of delayed retirement gives for a birth month, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from linter.finding import RuleCitation
from linter.messages import Message, say
from reference.model import Reference
from reference.schedules import retirement_schedule, schedule_rule


@dataclass(frozen=True, slots=True)
class Retirement:
    """Delay and age in months, the month of retirement counted from the year 0 (year × 12 + month), and the rule."""

    delay: int
    age: int
    retires: int
    citation: RuleCitation

    @property
    def year(self) -> int:
        """The calendar year of retirement."""
        return (self.retires - 1) // 12


def retirement(reference: Reference, group: str, birth: date) -> Retirement | None:
    """When somebody of a group (male, female_50, female_55) born in that month retires; ``None`` without a rule."""
    schedule, rule = retirement_schedule(reference, group), schedule_rule(reference, group)
    if schedule is None or rule is None:
        return None
    day = schedule.retires(birth)
    citation = RuleCitation(rule, rule.values[-1])
    return Retirement(schedule.delay(birth), schedule.age(birth), day.year * 12 + day.month, citation)


def age_in_words(months: int) -> Message:
    """An age in months: 60岁4个月."""
    years, rest = divmod(months, 12)
    return say("unit.age-and-months", years=years, months=rest) if rest else say("unit.age", years=years)


def month_in_words(month: int) -> Message:
    """A month counted from the year 0: 2026年7月."""
    year, rest = divmod(month - 1, 12)
    return Message(f"{year}年{rest + 1}月", f"{year}-{rest + 1:02}")

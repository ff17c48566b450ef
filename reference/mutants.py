"""Rules with one value shifted by one step: a reference that still passes its cases with one of these proves little."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from reference.formulas import FAMILY, RESULT
from reference.interval import Interval
from reference.model import Rule, Value
from reference.payloads import NUMERIC
from reference.period import Period

_AMOUNT = "yuan"
_PERCENT = Decimal(100)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mutant:
    """``rule`` as it would read if its value from ``start`` on had been entered wrongly; ``change`` says how."""

    rule: Rule
    start: date | None
    change: str

    @property
    def name(self) -> str:
        """「national.pension.rate.employer 2019-05-01 +1」: what was changed where."""
        return f"{self.rule.id} {self.start or 'always'} {self.change}"


def mutants(rule: Rule) -> Iterator[Mutant]:
    """The rule with each of its values shifted by each step that its kind knows.

    Rates, periods, ages and counts move by one unit, amounts by one percent, days by a day; a list loses a member, a
    phone number a digit, a proposition its truth, and a formula gives twice as much.
    """
    steps = _STEPS.get(rule.kind, _no_steps)
    for index, value in enumerate(rule.values):
        for change, shifted in steps(rule, value):
            values = (*rule.values[:index], shifted, *rule.values[index + 1 :])
            yield Mutant(replace(rule, values=values), value.period.start, change)


Steps = Iterator[tuple[str, Value]]


def _numbers(rule: Rule, value: Value) -> Steps:
    for index, interval in enumerate(value.accepts):
        for change, shifted in _intervals(interval, rule.unit == _AMOUNT):
            yield change, replace(value, accepts=(*value.accepts[:index], shifted, *value.accepts[index + 1 :]))


def _intervals(interval: Interval, amount: bool) -> Iterator[tuple[str, Interval]]:
    if interval.is_point:
        for number, sign in ((interval.low, 1), (interval.low, -1)):
            if number is not None:
                moved = _moved(number, sign, amount)
                yield f"{number}→{moved}", Interval.point(moved)
        return
    for sign in (1, -1):
        if interval.low is not None:
            moved = _moved(interval.low, sign, amount)
            yield f"min {interval.low}→{moved}", replace(interval, low=moved)
        if interval.high is not None:
            moved = _moved(interval.high, sign, amount)
            yield f"max {interval.high}→{moved}", replace(interval, high=moved)


def _moved(number: Decimal, sign: int, amount: bool) -> Decimal:
    return number + sign * (number / _PERCENT if amount and number else Decimal(1))


def _members(rule: Rule, value: Value) -> Steps:
    for member in sorted(value.members):
        yield f"-{member}", replace(value, members=value.members - {member})


def _truth(rule: Rule, value: Value) -> Steps:
    yield f"{value.truth}→{not value.truth}", replace(value, truth=not value.truth)


def _phone_digits(rule: Rule, value: Value) -> Steps:
    for number in sorted(value.members):
        wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
        yield f"{number}→{wrong}", replace(value, members=(value.members - {number}) | {wrong}, text=wrong)


def _days(rule: Rule, value: Value) -> Steps:
    for index, span in enumerate(value.dates):
        for sign in (1, -1):
            moved = Period(*(end and end + sign * _DAY for end in (span.start, span.end)))
            dates = (*value.dates[:index], moved, *value.dates[index + 1 :])
            yield f"{span.start or span.end} {sign:+} day", replace(value, dates=dates)


def _document_number(rule: Rule, value: Value) -> Steps:
    yield from _details(value, "number", _next_number)


def _article_number(rule: Rule, value: Value) -> Steps:
    yield from _details(value, "number", lambda number: str(int(number) + 1))


def _parameters(rule: Rule, value: Value) -> Steps:
    if rule.quantity.startswith(FAMILY):
        # Whichever way an article writes it: all of them are of the same formula.
        doubled = {name: f"({written}) * 2" for name, written in value.details.items() if name != RESULT}
        yield "doubled", replace(value, details={**value.details, **doubled})
        return
    for name in sorted(value.details):
        yield from _details(value, name, _next_parameter)


def _details(value: Value, name: str, step: Callable[[str], str]) -> Steps:
    details: Mapping[str, str] = value.details
    moved = step(details[name])
    yield f"{name} {details[name]}→{moved}", replace(value, details={**details, name: moved})


def _next_number(number: str) -> str:
    """国办发〔2024〕38号 → 国办发〔2024〕39号."""
    digits = "".join(filter(str.isdigit, number.rpartition("〕")[2]))
    return number.replace(digits, str(int(digits) + 1)) if digits else number


def _next_parameter(written: str) -> str:
    """An integer and one, or a month ("1965-01") and the one after it."""
    if "-" not in written:
        return str(int(written) + 1)
    year, month = map(int, written.split("-"))
    return f"{year + month // 12}-{month % 12 + 1:02}"


def _no_steps(rule: Rule, value: Value) -> Steps:
    return iter(())


_STEPS: Mapping[str, Callable[[Rule, Value], Steps]] = {
    **dict.fromkeys(sorted(NUMERIC), _numbers),
    "set": _members,
    "statement": _truth,
    "hotline": _phone_digits,
    "term": _truth,
    "date": _days,
    "document": _document_number,
    "article": _article_number,
    "schedule": _parameters,
}


def with_rules(rules: Iterable[Rule], changed: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules, those of the same id replaced by the changed ones."""
    new = {rule.id: rule for rule in changed}
    return tuple(new.get(rule.id, rule) for rule in rules)

"""Fields of the JSON of a rule. What is wrong is said with the path to it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from reference.period import Period

Path = tuple[str | int, ...]
Choice = TypeVar("Choice", bound=StrEnum)
_REGION = re.compile(r"[0-9]{6}")


class RuleError(Exception):
    """A rule that cannot be read: ``path`` leads to the place inside the rule, ``message`` says what is wrong.

    ``advice`` says what to do, where that is not plain from the message.
    """

    def __init__(self, path: Path, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.advice = advice

    def under(self, *prefix: str | int) -> RuleError:
        """The same mistake, seen from further outside."""
        return RuleError((*prefix, *self.path), self.message, self.advice)


def text(raw: Mapping[str, Any], key: str) -> str:
    """A text that must be there. Raises RuleError."""
    given = raw.get(key)
    if given is None:
        raise RuleError((), f"'{key}' is missing")
    if not isinstance(given, str) or not given:
        raise RuleError((key,), f"'{key}' must be a text")
    return given


def optional_text(raw: Mapping[str, Any], key: str) -> str | None:
    """A text, or ``None`` where it is absent or null. Raises RuleError."""
    given = raw.get(key)
    if given is not None and not isinstance(given, str):
        raise RuleError((key,), f"'{key}' must be a text")
    return given


def truth(raw: Mapping[str, Any], key: str) -> bool:
    """true or false, and it must be there. Raises RuleError."""
    given = raw.get(key)
    if not isinstance(given, bool):
        raise RuleError((key,) if key in raw else (), f"'{key}' must be true or false")
    return given


def items(raw: Mapping[str, Any], key: str) -> list[Any]:
    """A list that must be there. Raises RuleError."""
    given = raw.get(key)
    if not isinstance(given, list):
        raise RuleError((key,) if key in raw else (), f"'{key}' must be a list")
    return given


def names(raw: Mapping[str, Any], key: str) -> list[str]:
    """A list of texts that must be there. Raises RuleError."""
    given = items(raw, key)
    for index, one in enumerate(given):
        if not isinstance(one, str):
            raise RuleError((key, index), f"not a text: {one!r}")
    return given


def texts(raw: Mapping[str, Any], key: str) -> Mapping[str, str]:
    """An object whose values are texts; an absent one is empty. Raises RuleError."""
    given = raw.get(key, {})
    if not isinstance(given, dict) or not all(isinstance(one, str) for one in given.values()):
        raise RuleError((key,), f"'{key}' must be an object of texts")
    return given


def choice(options: type[Choice], raw: Mapping[str, Any], key: str) -> Choice:
    """A member of an enumeration, by its value. Raises RuleError."""
    given = text(raw, key)
    try:
        return options(given)
    except ValueError:
        known = ", ".join(one.value for one in options)
        raise RuleError((key,), f"unknown {key} {given!r}; known are {known}") from None


def region(code: Any, path: Path) -> str:
    """A code of six digits. Raises RuleError."""
    if not isinstance(code, str) or not _REGION.fullmatch(code):
        raise RuleError(path, f"not a region code of six digits (GB/T 2260): {code!r}")
    return code


def optional_day(raw: Mapping[str, Any], key: str) -> date | None:
    """A day, or ``None`` where it is absent or null. Raises RuleError."""
    given = raw.get(key)
    return None if given is None else day(given, (key,))


def day(given: Any, path: Path) -> date:
    """A full date. Raises RuleError, also for a day no calendar has."""
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        advice = "Write a day that the calendar has, as 2025-01-31"
        raise RuleError(path, f"not a date of the form 2025-01-31: {given!r}", advice) from None


def month_day(raw: Mapping[str, Any], key: str) -> str:
    """A day of any year, such as "07-01" (not 02-29). Raises RuleError."""
    given = text(raw, key)
    day(f"2001-{given}", (key,))
    return given


def span(given: Any, path: Path) -> Period:
    """A day, a month ("2026-06") or a year ("2003") as the days it covers; "a/b" runs from a to b. Raises RuleError."""
    if not isinstance(given, str):
        raise RuleError(path, f"not a date: {given!r}")
    first, slash, last = given.partition("/")
    if not slash:
        return _span(given, path)
    start, end = _span(first, path), _span(last, path)
    if start.start and end.end and end.end < start.start:
        raise RuleError(path, f"the time ends {end.end} before it starts {start.start}", "Exchange the two days")
    return Period(start.start, end.end)


def _span(given: str, path: Path) -> Period:
    if len(given) == 4:
        return Period(day(f"{given}-01-01", path), day(f"{given}-12-31", path))
    if len(given) == 7:
        start = day(f"{given}-01", path)
        return Period(start, start.replace(day=calendar.monthrange(start.year, start.month)[1]))
    return Period.day(day(given, path))

"""A forecast as text, as JSON, and as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from linter.control_characters import without_controls
from linter.forecast import COLUMNS, Entry
from linter.json_text import json_text
from linter.messages import say
from linter.result import Problem
from linter.spreadsheet import csv_table
from reference.model import State
from reference.plain_json import Json


@dataclass(frozen=True, slots=True)
class Forecast:
    """What changes after ``as_of`` up to ``until``, and what could not be looked at."""

    as_of: date
    until: date
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    lang: str


def as_text(forecast: Forecast) -> str:
    """A paragraph a day, then how many there are."""
    lines: list[str] = []
    for day, entries in groupby(forecast.entries, key=lambda entry: entry.day):
        lines += [day, *(f"  {line}" for entry in entries for line in told(entry, forecast.lang)), ""]
    return "\n".join([*lines, _summary(forecast)]) + "\n"


def as_json(forecast: Forecast) -> str:
    """One object; new keys may be added."""
    content: Json = {
        "schema_version": "1.0",
        "as_of": forecast.as_of.isoformat(),
        "until": forecast.until.isoformat(),
        "entries": [entry.plain() for entry in forecast.entries],
        "problems": [
            {"path": each.path, "reason": each.reason.in_language(forecast.lang)} for each in forecast.problems
        ],
    }
    return json_text(content)


def as_csv(forecast: Forecast) -> str:
    """An entry a row."""
    return csv_table(COLUMNS, (entry.plain() for entry in forecast.entries))


def told(entry: Entry, lang: str) -> Iterator[str]:
    """The entry in a line, and its source in another."""
    yield without_controls(f"{_headline(entry, lang)}{_standing(entry, lang)}")
    if entry.sentence:
        yield without_controls(f"  │ {entry.sentence}")
    if entry.source:
        yield without_controls(f"  {entry.source}")


def _headline(entry: Entry, lang: str) -> str:
    if entry.path:
        then = f"→ {entry.then}" if entry.then else say("forecast.over").in_language(lang)
        return f"{entry.path}:{entry.line}:{entry.column}  “{entry.quote}” {then}"
    then = entry.then or say("forecast.ends").in_language(lang)
    return f"{entry.rule}  {entry.place} {entry.title}: {entry.now or '—'} → {then}"


def _standing(entry: Entry, lang: str) -> str:
    tentative = entry.state in (State.ANNOUNCED, State.PROJECTED)
    return f" ({say('forecast.not-law').in_language(lang)})" if tentative else ""


def _summary(forecast: Forecast) -> str:
    number = len(forecast.entries)
    summary = say("forecast.summary", as_of=forecast.as_of, until=forecast.until, number=number)
    return summary.in_language(forecast.lang)

"""Statistics as text, as JSON, and as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from linter.cli.table import aligned
from linter.control_characters import without_controls
from linter.json_text import json_text
from linter.messages import say
from linter.spreadsheet import csv_table
from linter.statistics import UNDATED, Row
from reference.plain_json import Json

_COLUMNS = ("code", "name", "region", "place", "age", "error", "warning", "info")
_HEAD = (
    "statistics.check",
    "statistics.place",
    "statistics.age",
    "statistics.error",
    "statistics.warning",
    "statistics.info",
)


def as_text(rows: Sequence[Row], place: Callable[[str], str], lang: str) -> str:
    """A table for the terminal with a sum below it."""
    if not rows:
        return say("statistics.nothing").in_language(lang) + "\n"
    return "\n".join(aligned(_lines(rows, place, lang))) + "\n"


def as_json(rows: Sequence[Row], place: Callable[[str], str], as_of: date) -> str:
    """One object; new keys may be added."""
    listed: list[Json] = [_plain(row, place) for row in rows]
    return json_text({"schema_version": "1.0", "as_of": as_of.isoformat(), "rows": listed})


def as_csv(rows: Sequence[Row], place: Callable[[str], str], as_of: date) -> str:
    """A count a row, each with the day of judgement."""
    return csv_table(("as_of", *_COLUMNS), ({"as_of": as_of, **_plain(row, place, "")} for row in rows))


def _lines(rows: Sequence[Row], place: Callable[[str], str], lang: str) -> Iterator[tuple[str, ...]]:
    yield tuple(say(each).in_language(lang) for each in _HEAD)
    for row in rows:
        where = place(row.region) if row.region else say("statistics.no-place").in_language(lang)
        age = say("statistics.no-day").in_language(lang) if row.age == UNDATED else row.age
        yield (without_controls(f"{row.code} {row.name}"), where, age, *_numbers([row]))
    yield (say("statistics.sum").in_language(lang), "", "", *_numbers(rows))


def _numbers(rows: Sequence[Row]) -> tuple[str, str, str]:
    return str(sum(r.error for r in rows)), str(sum(r.warning for r in rows)), str(sum(r.info for r in rows))


def _plain(row: Row, place: Callable[[str], str], missing: str | None = None) -> dict[str, Json]:
    return {
        "code": row.code,
        "name": row.name,
        "region": row.region or missing,
        "place": place(row.region) if row.region else missing,
        "age": row.age,
        "error": row.error,
        "warning": row.warning,
        "info": row.info,
    }

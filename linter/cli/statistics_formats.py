"""Statistics as text, as JSON, and as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from linter.cli.table import aligned
from linter.control_characters import without_controls
from linter.json_text import json_text
from linter.messages import Message
from linter.spreadsheet import csv_table
from linter.statistics import UNDATED, Row
from reference.plain_json import Json

_COLUMNS = ("code", "name", "region", "place", "age", "error", "warning", "info")
_HEAD = (
    Message("检查", "check"),
    Message("地区", "place"),
    Message("发布至今", "since publication"),
    Message("错误", "error"),
    Message("警告", "warning"),
    Message("提示", "info"),
)
_NO_PLACE = Message("未写明", "not named")
_NO_DAY = Message("无日期", "undated")
_SUM = Message("合计", "total")
_NOTHING = Message("没有发现问题,没有可统计的。", "Nothing was found, so there is nothing to count.")


def as_text(rows: Sequence[Row], place: Callable[[str], str], lang: str) -> str:
    """A table for the terminal with a sum below it."""
    if not rows:
        return _NOTHING.in_language(lang) + "\n"
    return "\n".join(aligned(_lines(rows, place, lang))) + "\n"


def as_json(rows: Sequence[Row], place: Callable[[str], str], as_of: date) -> str:
    """One object; new keys may be added."""
    listed: list[Json] = [_plain(row, place) for row in rows]
    return json_text({"schema_version": "1.0", "as_of": as_of.isoformat(), "rows": listed})


def as_csv(rows: Sequence[Row], place: Callable[[str], str], as_of: date) -> str:
    """A count a row, each with the day of judgement."""
    return csv_table(("as_of", *_COLUMNS), ({"as_of": as_of, **_plain(row, place, "")} for row in rows))


def _lines(rows: Sequence[Row], place: Callable[[str], str], lang: str) -> Iterator[tuple[str, ...]]:
    yield tuple(each.in_language(lang) for each in _HEAD)
    for row in rows:
        where = place(row.region) if row.region else _NO_PLACE.in_language(lang)
        age = _NO_DAY.in_language(lang) if row.age == UNDATED else row.age
        yield (without_controls(f"{row.code} {row.name}"), where, age, *_numbers([row]))
    yield (_SUM.in_language(lang), "", "", *_numbers(rows))


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

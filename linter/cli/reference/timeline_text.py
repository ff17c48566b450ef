"""A history drawn with plain characters: one line a stretch, all bars on one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from linter.cli.table import aligned
from linter.wide_text import shortened
from reference.model import Grade, Source, Value
from reference.shown import shown_days, shown_value
from reference.timeline import Axis, Stretch, axis

LEGEND = "= proved  - reported or derived  ~ unverified  ! disputed  ? looked for, not found  . nobody looked  | as of"
"""What the characters of the bars mean: none of them is wide in any terminal."""

_BARS = {
    Grade.OFFICIAL: "=",
    Grade.CORROBORATED: "=",
    Grade.REPORTED: "-",
    Grade.DERIVED: "-",
    Grade.UNVERIFIED: "~",
}
_INDENT = "  "
_DAYS = 23
_NARROWEST, _SHARE = 20, 3
_LABEL = 6


def drawn(history: Sequence[Stretch], today: date, columns: int) -> Iterator[str]:
    """The lines of the drawing, at most so many columns wide."""
    scale = axis(history, today, max(columns // _SHARE, _NARROWEST))
    rows = [("", _ticks(scale), "", "", "")]
    rows += [(_days(one), _bar(one, scale, today), *_said(one)) for one in history]
    for line in aligned(rows):
        yield shortened(_INDENT + line, columns)


def _bar(one: Stretch, scale: Axis, today: date) -> str:
    """The stretch on the axis; an open side points onwards, the day that counts as now shows where nothing else is."""
    cells = [" "] * scale.columns
    cells[scale.column(today)] = "|"
    taken = scale.cells(one.period)
    for column in taken:
        cells[column] = _mark(one)
    if one.period.start is None:
        cells[0] = "<"
    if one.period.end is None:
        cells[-1] = ">"
    return "".join(cells)


def _mark(one: Stretch) -> str:
    if one.value is None:
        return "." if one.unknown is None else "?"
    return "!" if one.value.disputed else _BARS[one.value.evidence]


def _ticks(scale: Axis) -> str:
    """Years above the columns in which they begin, as many as have room."""
    text = ""
    for year in range(scale.first.year, scale.last.year + 1):
        column = scale.column(date(year, 1, 1))
        if (column >= len(text) + 1 or not text) and column + _LABEL - 2 <= scale.columns:
            text = text.ljust(column) + str(year) + " "
    return text.rstrip().ljust(scale.columns)


def _days(one: Stretch) -> str:
    if one.value is not None:
        return shown_days(one.value)
    return f"{one.period.start or ''} – {one.period.end or '?'}"


def _said(one: Stretch) -> tuple[str, str, str]:
    if one.value is not None:
        grade = f"{one.value.evidence}{'' if one.value.state == 'in_force' else f', {one.value.state}'}"
        return shortened(shown_value(one.value), 30), grade, _named(one.value)
    if one.unknown is not None:
        return "?", "not found", one.unknown.why
    return "", "nobody looked", ""


def _named(value: Value) -> str:
    mark = "disputed! " if value.disputed else ""
    return mark + _citation(value.source)


def _citation(source: Source) -> str:
    """The document by its number, or else its title."""
    return source.doc_no or source.title

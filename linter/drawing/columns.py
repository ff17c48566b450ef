"""Counts over time as an inline SVG: a column for each time, its findings by severity one upon the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import Template
from markupsafe import Markup

from linter.drawing.environment import drawing_environment
from linter.finding import Severity

_HEIGHT = 150
_WHOLE = 100
_SEVERITIES = tuple(severity.value for severity in Severity)
_MOST_LINES, _MOST_TICKS = 4, 8
_FILLED = 0.8
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` begins with a year; ``counts`` are by severity, worst first; ``words`` is what the column says."""

    name: str
    counts: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A severity's part of a column, in units from the upper edge."""

    severity: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A column in the drawing, in hundredths of its width."""

    x: float
    width: float
    words: str
    pieces: tuple[Piece, ...]


def columns(given: Sequence[Column], *, key: str, title: str) -> Markup:
    """The drawing, as wide as its place, with type of 11 pixels whatever that is.

    ``key`` must be unique on its page. The style of the page must hold ``columns_style()``. The numbers belong beside
    it, for whoever cannot see it.
    """
    scale = _scale(max((sum(each.counts) for each in given), default=0))
    text = _template().render(
        key=key,
        title=title,
        height=_HEIGHT,
        lines=[(value, _y(value, scale[-1])) for value in scale],
        drawn=list(_drawn(given, scale[-1])),
        ticks=_ticks(given),
    )
    return Markup(text)


@cache
def columns_style() -> str:
    """The style of the drawings. Colours are properties of the page: --ink, --soft, --line, and --tone by severity."""
    return files("linter.drawing").joinpath("templates", "columns.css").read_text(encoding="utf-8")


def _scale(most: int) -> list[int]:
    """Round numbers from 0 up to the first that is not below ``most``."""
    step = 1
    while step * _MOST_LINES < most:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return [step * level for level in range(-(-max(most, 1) // step) + 1)]


def _y(value: float, top: int) -> float:
    return round(_HEIGHT * (1 - value / top), 1)


def _drawn(given: Sequence[Column], top: int) -> Iterator[Drawn]:
    step = _WHOLE / max(len(given), 1)
    for index, column in enumerate(given):
        x = step * (index + (1 - _FILLED) / 2)
        yield Drawn(round(x, 2), round(step * _FILLED, 2), column.words, tuple(_pieces(column, top)))


def _pieces(column: Column, top: int) -> Iterator[Piece]:
    """From the ground up: the worst stands on it, so that errors can be compared from column to column."""
    heights = [sum(column.counts[:index]) for index in range(len(column.counts) + 1)]
    for severity, (below, above) in zip(_SEVERITIES, pairwise(heights), strict=True):
        if above > below:
            yield Piece(severity, _y(above, top), round(_y(below, top) - _y(above, top), 1))


def _ticks(given: Sequence[Column]) -> list[tuple[str, float]]:
    """The years, each where its first column stands; of many every second or so, and no piece of one at the edge."""
    years = [column.name.lstrip("≤")[:_YEAR_DIGITS] for column in given]
    firsts = [(year, index) for index, year in enumerate(years) if index == 0 or years[index - 1] != year]
    every = max(-(-len(firsts) // _MOST_TICKS), 1)
    begins_within = len(firsts) > 2 and firsts[1][1] < firsts[2][1] - firsts[1][1]
    if begins_within:
        firsts = firsts[1:]
    return [(year, round(_WHOLE * (index + 0.5) / len(given), 2)) for year, index in firsts[::every]]


@cache
def _template() -> Template:
    return drawing_environment().get_template("columns.svg.j2")

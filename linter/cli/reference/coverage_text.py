"""The table of coverage as text, as Markdown and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from linter.cli.table import aligned, markdown_table
from linter.wide_text import wrapped
from reference.coverage import Coverage, Known, Subject
from reference.plain_json import Json
from reference.quantities import quantity_names
from reference.shown import shown_place

_MARKS = {
    Known.PROVED: ("#", "official or corroborated"),
    Known.REPORTED: ("r", "reported"),
    Known.DERIVED: ("d", "derived"),
    Known.UNVERIFIED: ("u", "unverified"),
    Known.PART: ("+", "part of the year"),
    Known.NATIONAL: ("n", "by the national rule"),
    Known.WITHIN: ("c", "only places in it"),
    Known.UNKNOWN: ("?", "looked for, not found"),
    Known.BLANK: (".", "nobody looked"),
}
_OPEN = frozenset({Known.WITHIN, Known.UNKNOWN, Known.BLANK})
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLACE, _GAP = 16, 2


def text(table: Coverage, columns: int) -> Iterator[str]:
    """Blocks of as many subjects as fit side by side; below them the legend and the totals."""
    yield from wrapped(f"Years {table.years[0]}–{table.years[-1]}, one character a year: {legend()}", columns)
    each = max(len(table.years), len("100%")) + _GAP
    fit = max((columns - _PLACE) // each, 1)
    for start in range(0, len(table.subjects), fit):
        yield ""
        chosen = range(start, min(start + fit, len(table.subjects)))
        yield from aligned(_block(table, chosen))
        yield ""
        yield from (f"{_letter(index):>2} {described(table.subjects[index])}" for index in chosen)
    yield ""
    yield from wrapped(totals(table), columns)


def legend() -> str:
    """What each character means."""
    return ", ".join(f"{mark} {meaning}" for mark, meaning in _MARKS.values())


def described(subject: Subject) -> str:
    """The subject with its Chinese name, where the vocabulary has one."""
    names = quantity_names().get(subject.quantity)
    return f"{subject.name}  {names[0]}" if names else subject.name


def totals(table: Coverage) -> str:
    """How many cells stand how."""
    counts = Counter(table.cells.values())
    said = ", ".join(f"{counts[known]} {meaning}" for known, (_, meaning) in _MARKS.items() if counts[known])
    return f"{len(table.cells)} cells: {said}"


def markdown(table: Coverage) -> Iterator[str]:
    """One table: places by subjects, a character a year."""
    yield from markdown_table(
        ["", *(f"`{subject.name}`" for subject in table.subjects)],
        (_row(table, region, range(len(table.subjects)), "`{}`".format) for region in table.regions),
    )
    yield f"\n{table.years[0]}–{table.years[-1]}, one character a year: {legend()}. {totals(table)}."


def coverage_object(table: Coverage) -> dict[str, Json]:
    """Every cell by name, and the totals."""
    cells: list[Json] = [
        {
            "region": region,
            "quantity": subject.quantity,
            "where": dict(subject.where),
            "year": year,
            "known": table.cell(region, index, year).value,
        }
        for region in table.regions
        for index, subject in enumerate(table.subjects)
        for year in table.years
    ]
    counts = Counter(table.cells.values())
    return {"cells": cells, "totals": {known.value: counts[known] for known in Known}}


def _block(table: Coverage, chosen: Sequence[int]) -> Iterator[Sequence[str]]:
    yield ["", *(_letter(index) for index in chosen)]
    for region in table.regions:
        yield _row(table, region, chosen, str)
    yield ["known", *(_share(table.of_subject(index)) for index in chosen)]


def _row(table: Coverage, region: str, chosen: Iterable[int], shown: Callable[[str], str]) -> list[str]:
    years = ("".join(_MARKS[table.cell(region, index, year)][0] for year in table.years) for index in chosen)
    return [f"{shown_place(region)} {region}", *map(shown, years)]


def _share(cells: Iterable[Known]) -> str:
    """The part of the cells of which the rules say something there, rounded down: 100 % leaves nothing out."""
    given = list(cells)
    known = sum(cell not in _OPEN for cell in given)
    return f"{known * 100 // len(given)}%"


def _letter(index: int) -> str:
    return (
        _LETTERS[index]
        if index < len(_LETTERS)
        else _LETTERS[index // len(_LETTERS) - 1] + _LETTERS[index % len(_LETTERS)]
    )

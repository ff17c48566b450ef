"""Dates and periods as written: 2025-04-22, 2025年7月至2026年6月, 12月25日前, 去年底, 2003-2007年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from linter.scan.calendar_points import is_possible
from linter.scan.date_atoms import Atom, read_atom, small_number
from linter.scan.date_patterns import DATE, DAY_OF_RANGE, RANGE_GAP
from linter.scan.relations import relation
from linter.scan.tokens import CalendarPoint, DateToken
from linter.text import Span

_LONGEST_GAP = 12
# 2007年与2009年之间
_AND = re.compile(" ?[与和跟同] ?")
_BETWEEN = re.compile(" ?(?:之间|期间|间)")
_LIST_GAP = re.compile(r" ?[、和及与或] ?")


def scan_dates(text: str) -> tuple[DateToken, ...]:
    """The dates of a normalised text in order."""
    return dates_in(text)[0]


def dates_in(text: str) -> tuple[tuple[DateToken, ...], tuple[tuple[int, int], ...]]:
    """The dates of a text, and the places of dates nobody can resolve (当年12月), which are no numbers either."""
    atoms = _closed(text, [atom for match in DATE.finditer(text) if (atom := read_atom(text, match)) is not None])
    atoms = _with_years_of_lists(text, atoms)
    tokens: list[DateToken] = []
    silent: list[tuple[int, int]] = []
    index = 0
    while index < len(atoms):
        atom, taken = _with_end(text, atoms, index)
        index += taken
        if atom.silent:
            silent.append((atom.start, atom.end))
        else:
            tokens.append(_token(text, atom))
    return tuple(tokens), tuple(silent)


def _token(text: str, atom: Atom) -> DateToken:
    points = [atom.point] if atom.until is None else [atom.point, atom.until]
    return DateToken(
        Span(atom.start, atom.end),
        start=atom.point,
        end=atom.until,
        relation=relation(text, atom.start, atom.end, is_range=atom.until is not None),
        impossible=not all(is_possible(point) for point in points),
    )


def _closed(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms without those that wait for a 年 or 月 that no neighbour brings."""
    kept: list[Atom] = []
    for atom, following in zip_longest(atoms, atoms[1:]):
        if (
            not atom.open
            or (following is not None and following.start - atom.end <= 4)
            or DAY_OF_RANGE.match(text, atom.end)
        ):
            kept.append(atom)
    return kept


def _with_years_of_lists(text: str, atoms: Sequence[Atom]) -> list[Atom]:
    """2025年3月和9月: the later items of a list lie in the year of the first."""
    listed: list[Atom] = []
    for atom in atoms:
        point, before = atom.point, listed[-1] if listed else None
        dateless = point.year is None and point.year_offset is None and point.month is not None
        if before is not None and dateless and _LIST_GAP.fullmatch(text, before.end, atom.start):
            point = replace(point, year=before.point.year, year_offset=before.point.year_offset)
            atom = atom._replace(point=point)
        listed.append(atom)
    return listed


def _with_end(text: str, atoms: Sequence[Atom], index: int) -> tuple[Atom, int]:
    """The atom with the end of its range, if one is written, and how many atoms that uses up."""
    atom = atoms[index]
    if atom.until is not None:
        return atom, 1
    if atom.point.day is not None and (match := DAY_OF_RANGE.match(text, atom.end)):
        until = CalendarPoint(atom.point.year, atom.point.month, small_number(match["d"]), atom.point.year_offset)
        return atom._replace(end=match.end(), until=until), 1
    if index + 1 == len(atoms):
        return atom, 1
    following = atoms[index + 1]
    near = following.start - atom.end <= _LONGEST_GAP
    gap = RANGE_GAP.fullmatch(text, atom.end, following.start) if near else None
    between = near and _AND.fullmatch(text, atom.end, following.start) and _BETWEEN.match(text, following.end)
    if not (gap or between) or following.until is not None or following.open:
        return atom, 1
    until = _end_point(atom.point, following.point, gap is not None and gap["next"] is not None)
    return atom._replace(end=following.end, until=until), 2


def _end_point(start: CalendarPoint, end: CalendarPoint, next_year: bool) -> CalendarPoint:
    """The end of a range with the year it leaves out: 2024年9月至12月, 9月至次年2月, 2024年11月至2月."""
    if end.year is not None or end.month is None or (end.year_offset is not None and not next_year):
        return end
    later = next_year or (start.month is not None and end.month < start.month)
    year = None if start.year is None else start.year + later
    offset = start.year_offset
    if year is None and (later or offset is not None):
        offset = (offset or 0) + later
    return CalendarPoint(year, end.month, end.day, None if year is not None else offset, end.part)

"""Articles by the time they were published in: months, quarters or years, never more than a drawing has room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from linter.archive.report.model import Counts, Group

_MOST = 60
# A unit is fine enough when it leaves no more than this share of the articles to the time before the drawing.
_BEFORE = 0.02
_MONTHS_OF_UNITS = (1, 3, 12)
_YEAR = 12


def by_age(months: Iterable[Group], as_of: date) -> tuple[Group, ...]:
    """The groups of a drawing, the oldest first, none left out between them.

    ``months`` are named "2025-04"; one without a name is not shown. All that is older than the drawing is one group,
    named "≤2015"; what is of a later day than ``as_of`` counts as new.
    """
    dated = [(_month(group.name), group) for group in months if group.name]
    if not dated:
        return ()
    last = as_of.year * _YEAR + as_of.month - 1
    size = next((size for size in _MONTHS_OF_UNITS if _fits(dated, last, size)), _MONTHS_OF_UNITS[-1])
    newest, oldest = last // size, min(month for month, _ in dated) // size
    first = max(min(oldest, newest), newest - _MOST + 1)
    parts: dict[int, list[Group]] = {unit: [] for unit in range(first, newest + 1)}
    for month, group in dated:
        parts[min(max(month // size, first), newest)].append(group)
    earlier = first if oldest < first else None
    return tuple(_merged(_name(unit, size, unit == earlier), groups) for unit, groups in parts.items())


def undated(months: Iterable[Group]) -> Group | None:
    """The articles whose day is not known."""
    return next((group for group in months if not group.name), None)


def _month(name: str) -> int:
    year, month = name.split("-")
    return int(year) * _YEAR + int(month) - 1


def _fits(dated: Sequence[tuple[int, Group]], last: int, size: int) -> bool:
    first = (last // size - _MOST + 1) * size
    before = sum(group.documents for month, group in dated if month < first)
    return before <= _BEFORE * sum(group.documents for _, group in dated)


def _name(unit: int, size: int, earlier: bool) -> str:
    return ("≤" if earlier else "") + "".join(_parts(unit, size))


def _parts(unit: int, size: int) -> Iterator[str]:
    year, rest = divmod(unit * size, _YEAR)
    yield f"{year:04}"
    if size == 1:
        yield f"-{rest + 1:02}"
    elif size < _YEAR:
        yield f" Q{rest // size + 1}"


def _merged(name: str, groups: Sequence[Group]) -> Group:
    counts = Counts(*(sum(each) for each in zip((0, 0, 0), *(group.counts.each for group in groups), strict=True)))
    return Group(name, sum(group.documents for group in groups), counts, len(groups))

"""The region table as read from its files: the edition, its history, and the patch applied to both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from reference.period import Period

# A year of the yearly tables, or a day known exactly (YYYY-MM-DD).
Mark = int | str


class FormerRow(NamedTuple):
    """A code and name no longer in use: the first and last yearly table that held it, or exact first and last days."""

    code: str
    name: str
    first: Mark | None
    last: Mark
    successor: str | None

    @property
    def period(self) -> Period:
        """The widest reading: a place last seen in the table of 2009 was abolished some day of 2010."""
        return Period(first_day(self.first), _last_day(self.last))


@dataclass(frozen=True, slots=True)
class RegionData:
    """Names by code, the marks since when, the abolished places by code (oldest first), and spelling lists.

    ``beside`` holds codes that are none of the standard, with their full and short names.
    """

    edition: str
    beside: Mapping[str, tuple[str, str]]
    current: Mapping[str, str]
    since: Mapping[str, Mark]
    former: Mapping[str, tuple[FormerRow, ...]]
    aliases: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    suffix_optional: frozenset[str]
    peoples: tuple[str, ...]


def parse(table: Mapping[str, Any], patch: Mapping[str, Any]) -> RegionData:
    """The data of ``regions.json`` with every entry of ``regions_patch.json`` applied, in order."""
    current: dict[str, str] = dict(table["current"])
    since: dict[str, Mark] = dict(table["since"])
    former = {(row[0], row[1]): FormerRow(*row) for row in table["former"]}
    for entry in patch["entries"]:
        _apply(entry, current, since, former)
    return RegionData(
        edition=table["edition"],
        beside={code: (full, short) for code, (full, short) in table["beside"].items()},
        current=current,
        since=since,
        former=_by_code(former.values()),
        aliases=table["aliases"],
        also={name: tuple(codes) for name, codes in table["also"].items()},
        suffix_optional=frozenset(table["suffix_optional"]),
        peoples=tuple(table["peoples"]),
    )


def first_day(mark: Mark | None) -> date | None:
    """The earliest day a mark allows; ``None`` for the unknown."""
    if mark is None:
        return None
    return date(mark, 1, 1) if isinstance(mark, int) else date.fromisoformat(mark)


def _last_day(mark: Mark) -> date:
    return date(mark + 1, 12, 31) if isinstance(mark, int) else date.fromisoformat(mark)


def _apply(
    entry: Mapping[str, Any],
    current: dict[str, str],
    since: dict[str, Mark],
    former: dict[tuple[str, str], FormerRow],
) -> None:
    code, name = entry["code"], entry["name"]
    if "to" not in entry:
        current[code] = name
        since[code] = entry["from"]
        return
    known = former.get((code, name))
    first = entry.get("from") or (known.first if known else since.get(code))
    former[code, name] = FormerRow(code, name, first, entry["to"], entry.get("successor"))
    if current.get(code) == name:
        del current[code]
        since.pop(code, None)


def _by_code(rows: Iterable[FormerRow]) -> dict[str, tuple[FormerRow, ...]]:
    grouped: dict[str, list[FormerRow]] = {}
    for row in rows:
        grouped.setdefault(row.code, []).append(row)
    return {code: tuple(group) for code, group in grouped.items()}

"""Administrative divisions: GB/T 2260 codes, names, spellings and their history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from reference.period import Period
from reference.region_data import FormerRow, RegionData, first_day, parse
from reference.region_spellings import Stems, county_stems, short_form, spellings
from reference.vocabulary import load_json

COUNTRY = "000000"
# No code of the standard but the statistical one: the Xinjiang corps insures its own people.
CORPS = "660000"
_WHOLE_COUNTRY = frozenset({"全国", "国家", "中国", "中央"})
_CODE = re.compile(r"[0-9]{6}")
_LONGEST_NAME = 15


class Level(StrEnum):
    """The rank of a place."""

    COUNTRY = "country"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True, eq=False)
class RegionTable:
    """The table of places. Codes are strings of six digits; a code that never existed raises KeyError.

    ``stems`` are county names without 县/区/市/旗: they mean a place only right behind their province or city.
    """

    data: RegionData
    kinds: Stems
    spellings: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]

    @staticmethod
    def load() -> RegionTable:
        """The packaged table with its patch applied; built once."""
        return _load()

    def __contains__(self, code: str) -> bool:
        return code in self.data.current or code in self.data.former or code in self.data.beside

    def __iter__(self) -> Iterator[str]:
        """The codes of the standard in use."""
        return iter(self.data.current)

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """All spellings with the codes they may mean, places of a higher level first."""
        return self.spellings

    def name(self, code: str) -> str:
        """The official name without those above it; of an abolished code its last name."""
        known = self.data.current.get(code)
        if known is None:
            return self.data.beside[code][0] if code in self.data.beside else self.data.former[code][-1].name
        return known

    def full_name(self, code: str) -> str:
        """The name with those of all levels above: 四川省成都市锦江区."""
        return "".join(self.name(place) for place in (*reversed(self.above(code)), code))

    def short(self, code: str) -> str:
        """The name as it stands in running text: 四川, 成都, 甘孜州; counties keep their kind."""
        if code in self.data.beside:
            return self.data.beside[code][1]
        return short_form(code, self.name(code), self.kinds)

    def parent(self, code: str) -> str | None:
        """The place above; counties run by their province have it as parent. ``None`` above the country."""
        self.name(code)
        if code == COUNTRY:
            return None
        candidates = (code[:4] + "00", code[:2] + "0000")
        return next((place for place in candidates if place != code and place in self), COUNTRY)

    def above(self, code: str) -> tuple[str, ...]:
        """The places a place lies in, nearest first, without the country."""
        places: list[str] = []
        parent = self.parent(code)
        while parent is not None and parent != COUNTRY:
            places.append(parent)
            parent = self.parent(parent)
        return tuple(places)

    def level(self, code: str) -> Level:
        """The rank of the place."""
        self.name(code)
        if code == COUNTRY:
            return Level.COUNTRY
        if code.endswith("0000"):
            return Level.PROVINCE
        return Level.PREFECTURE if code.endswith("00") else Level.COUNTY

    def within(self, code: str, place: str) -> bool:
        """True when ``code`` is ``place`` or lies in it."""
        if place == COUNTRY:
            return True
        return code.startswith(place[:2] if place.endswith("0000") else place.removesuffix("00"))

    def former(self, code: str) -> tuple[FormerRow, ...]:
        """The abolished or renamed places of that code, oldest first."""
        return self.data.former.get(code, ())

    def period(self, code: str) -> Period:
        """The days on which the code was in use, in the widest reading; a ``None`` end is unknown or open."""
        if code in self.data.current or code in self.data.beside:
            return Period(first_day(self.data.since.get(code)), None)
        rows = self.data.former[code]
        return Period(rows[0].period.start, rows[-1].period.end)

    def on(self, code: str, day: date) -> str:
        """The code of the same place on ``day``: 莱芜市 371200 is found as 莱芜区 370116 once it was abolished.

        The code itself where no successor or predecessor is known.
        """
        period, seen = self.period(code), {code}
        while not period.contains(day):
            step = self.former(code)[-1].successor if period.is_past(day) else self._predecessor(code, day)
            if step is None or step in seen:
                break
            seen.add(step)
            code, period = step, self.period(step)
        return code

    def _predecessor(self, code: str, day: date) -> str | None:
        rows = [
            row
            for group in self.data.former.values()
            for row in group
            if row.successor == code != row.code and row.period.contains(day)
        ]
        # 莱芜区 was 莱城区 before it was part of 莱芜市.
        rows.sort(key=lambda row: self.level(row.code) is not self.level(code))
        return rows[0].code if rows else None


def resolve_hint(text: str, table: RegionTable | None = None) -> str | None:
    """The code a front-matter region means: a code, 全国 (000000), or names from the top down (湖南郴州).

    ``None`` when nothing is recognised or the places named do not lie in each other. Of a name shared by several
    places the one of the highest level counts, if it is the only one there.
    """
    table = table or RegionTable.load()
    hint = text.strip()
    if hint in _WHOLE_COUNTRY:
        return COUNTRY
    if _CODE.fullmatch(hint):
        return hint if hint in table else None
    codes: tuple[str, ...] = ()
    for found in _places(hint, table):
        codes = tuple(code for code in found if not codes or any(table.within(code, above) for above in codes))
        if not codes:
            return None
    return _likeliest(codes, table)


def _places(hint: str, table: RegionTable) -> Iterator[tuple[str, ...]]:
    """The codes of each name in the hint, longest names first; stems of counties count behind another name."""
    position, started = 0, False
    while position < len(hint):
        for end in range(min(len(hint), position + _LONGEST_NAME), position + 1, -1):
            form = hint[position:end]
            codes = table.spellings.get(form, ()) + (table.stems.get(form, ()) if started else ())
            if codes:
                yield codes
                position, started = end, True
                break
        else:
            position += 1


def _likeliest(codes: Iterable[str], table: RegionTable) -> str | None:
    by_level: dict[Level, list[str]] = {}
    for code in dict.fromkeys(codes):
        by_level.setdefault(table.level(code), []).append(code)
    for level in Level:
        if level in by_level:
            return by_level[level][0] if len(by_level[level]) == 1 else None
    return None


@cache
def _load() -> RegionTable:
    data = parse(load_json("regions.json"), load_json("regions_patch.json"))
    kinds = Stems(data.peoples)
    known = spellings(data, kinds)
    return RegionTable(data, kinds, known, county_stems(data.current, kinds))

"""Facts of which two articles say different things: contradictions, and what only looks like one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from paragraphs import YEARS

from reference.regions import RegionTable

_DAYS_APART = 60
# Until autumn: the year that is running is one of them.
_LAST_DAY = 300
_UNTOLD = 0.3
_A_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two articles says, of which place, and when it is published."""

    sentence: str
    place: str
    day: date


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sayings with different values. ``differs`` is "value" for a contradiction, else what tells them apart."""

    fact: str
    differs: str
    sides: tuple[Side, Side]


def pairs(facts: Mapping[str, Any], rng: random.Random) -> Iterator[Pair]:
    """Pairs while there are places left, every second one a contradiction. Nothing is said of a fact, place and year
    in two pairs."""
    table = RegionTable.load()
    cities = [code for code in table if code.endswith("00") and not code.endswith("0000")]
    # What differs by its year takes the year before, which is no other pair's.
    free = [(name, city, year) for city in cities for year in YEARS[1::2] for name in facts]
    rng.shuffle(free)
    contradicts = False
    while free:
        name, city, year = free.pop()
        contradicts = not contradicts
        differs = "value" if contradicts else rng.choice(["region", "year", *facts[name].get("other", ())])
        elsewhere = _another(free, name, city, year) if differs == "region" else city
        if elsewhere is not None:
            yield _pair(name, facts[name], (city, elsewhere), year, differs, rng)


def _another(free: list[tuple[str, str, int]], name: str, city: str, year: int) -> str | None:
    """Another city of which nothing was said, of the same province if possible; it is taken."""
    cities = [each for _, each, when in (one for one in free if one[0] == name) if when == year and each != city]
    if not cities:
        return None
    found = next((each for each in cities if each[:2] == city[:2]), cities[0])
    free.remove((name, found, year))
    return found


def _pair(
    name: str, fact: Mapping[str, Any], cities: tuple[str, str], year: int, differs: str, rng: random.Random
) -> Pair:
    told = rng.random() >= _UNTOLD
    first = _day(year, rng) if told else date(year, 3, 1) + timedelta(rng.randrange(_DAYS_APART))
    second = _day(year, rng) if told else first + timedelta(rng.randrange(_DAYS_APART))
    years = (year, year)
    if differs == "year":
        years, second = (year, year - 1), date(year - 1, second.month, min(second.day, 28))
    words = {"whose": ""} | fact.get("with", {})
    others = words | fact.get("other", {}).get(differs, {})
    sides = [
        Side(_said(rng.choice(fact["says"]), city, when if told else None, value, its), city, day)
        for city, when, value, its, day in zip(
            cities, years, _values(fact["values"], rng), (words, others), (first, second), strict=True
        )
    ]
    return Pair(name, differs, (sides[0], sides[1]))


def _said(wording: str, place: str, year: int | None, value: str, words: Mapping[str, str]) -> str:
    when = f"{year}年" if year else ""
    return wording.format(when=when, place=RegionTable.load().name(place), value=value, **words).lstrip(",")


def _day(year: int, rng: random.Random) -> date:
    return date(year, 1, 1) + timedelta(rng.randrange(_LAST_DAY))


def _values(values: Any, rng: random.Random) -> tuple[str, str]:
    """Two values that differ by a tenth at least."""
    if isinstance(values, list):
        one, other = rng.sample(values, 2)
        return one, other
    steps = int((values["to"] - values["from"]) / values["step"])
    while True:
        one, other = (values["from"] + values["step"] * rng.randrange(steps + 1) for _ in range(2))
        if abs(one - other) > _A_TENTH * max(one, other):
            return f"{one:g}", f"{other:g}"

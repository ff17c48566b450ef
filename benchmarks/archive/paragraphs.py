"""Paragraphs to build articles from: those of benchmarks/accuracy, true and false ones, by place and year."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "accuracy"))

from grammar import Grammar, changed, text_of
from topics import TOPICS, Topic, World
from worked_examples import WORKED

from reference.load import load_reference
from reference.regions import RegionTable

SOMEONE = "\x00"
"""Stands for a person's name, to be put in when an article is made."""
YEARS = range(2019, 2027)
_ROUNDS = 10
# What no article of an earlier year could have said.
_SINCE: Mapping[str, int] = {
    "hotline": 2022,
    "document": 2025,
    "list": 2025,
    "relatives": 2025,
    "retirement": 2025,
    "minimum_years": 2025,
    "born": 2025,
    "employer": 2020,
    "employer_history": 2020,
}


@dataclass(frozen=True, slots=True)
class Pool:
    """Paragraphs about a place and a year; the wrong ones contain one error each."""

    right: Sequence[str]
    wrong: Sequence[str]


class Pools:
    """The pools of a seed, made when they are first asked for."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._reference = load_reference()
        self._grammar = Grammar.load()
        self._made: dict[tuple[str, int], Pool] = {}

    def of(self, province: str, year: int) -> Pool:
        """The pool of a province, given as a code, and a year; the same whenever it is asked for."""
        key = province, year
        if key not in self._made:
            rng = random.Random(f"{self._seed} {province} {year}")
            self._made[key] = _pool(World(self._reference, rng, province, year), self._grammar)
        return self._made[key]


def provinces() -> list[str]:
    """The codes of the provinces of the mainland."""
    return [code for code in RegionTable.load() if code.endswith("0000") and code < "700000" and code != "000000"]


def _pool(world: World, grammar: Grammar) -> Pool:
    common = {"place": world.place, "year": str(world.year), "who": SOMEONE}
    right, wrong = [], []
    for _ in range(_ROUNDS):
        for topic in _topics(world):
            pieces = grammar.expand(topic.symbol, {**common, **topic.values}, world.rng)
            right.append(text_of(pieces))
            if topic.mistakes:
                wrong.append(text_of(changed(pieces, world.rng.choice(topic.mistakes).slots)))
    return Pool(right, wrong)


def _topics(world: World) -> Iterator[Topic]:
    for maker in (*TOPICS, *WORKED):
        try:
            yield from (topic for topic in maker(world) if world.year >= _SINCE.get(topic.symbol, 0))
        except LookupError:
            continue  # the reference does not say what would be true of that place and year

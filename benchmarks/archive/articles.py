"""Articles of an archive without end: many sites, all sizes, copies, near copies, errors and contradictions."""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from facts import Pair, Side, pairs
from paragraphs import SOMEONE, YEARS, Pool, Pools, provinces

from reference.regions import RegionTable

COPIES, NEAR_COPIES, ERRORS = 0.2, 0.1, 1 / 3
_BLOCK, _PAIRS_IN_BLOCK = 1000, 10
_MEDIAN, _SPREAD, _SMALLEST, _LARGEST = 300, 0.85, 100, 12_000
_SITES, _REMEMBERED = 60, 3000
_PROSE, _HEADING, _REGION_TOLD = 0.5, 0.3, 0.5
_LAST_DAY = 300
_HEADED = 1000


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a row of a corpus. Of an exact copy all is equal but ``id`` and ``url``."""

    id: str
    title: str
    text: str
    published: date
    region: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of an article: "copy" or "near-copy" ``of`` another, "error" in it, or ``side`` of a pair."""

    id: str
    kind: str
    of: str | None = None
    fact: str | None = None
    differs: str | None = None
    pair: int | None = None


class Articles:
    """The articles of a seed. The first thousands are the same however many are asked for."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._pools = Pools(seed)
        self._wording: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text("utf-8"))
        self._pairs = enumerate(pairs(self._wording["facts"], random.Random(f"pairs {seed}")))
        self._provinces = provinces()
        self._earlier: deque[Article] = deque(maxlen=_REMEMBERED)

    def __iter__(self) -> Iterator[tuple[Article, list[Truth]]]:
        """Articles, each with what is known of it."""
        number = 0
        while True:
            sides = self._sides()
            for place in range(_BLOCK):
                yield self._article(number, sides.get(place))
                number += 1

    def _sides(self) -> Mapping[int, tuple[int, Pair, Side]]:
        """Which articles of a block are sides of pairs."""
        chosen = [next(self._pairs) for _ in range(_PAIRS_IN_BLOCK)]
        sides = [(number, pair, side) for number, pair in chosen for side in pair.sides]
        return dict(zip(self._rng.sample(range(_BLOCK), len(sides)), sides, strict=True))

    def _article(self, number: int, side: tuple[int, Pair, Side] | None) -> tuple[Article, list[Truth]]:
        name, chance = f"{number:07}", self._rng.random()
        if side is not None:
            article = self._of_side(name, side[2])
            truth = [Truth(name, "side", fact=side[1].fact, differs=side[1].differs, pair=side[0])]
        elif chance < COPIES and self._earlier:
            first = self._rng.choice(self._earlier)
            return replace(first, id=name, url=self._url(name, first.published)), [Truth(name, "copy", of=first.id)]
        elif chance < COPIES + NEAR_COPIES and self._earlier:
            first = self._rng.choice(self._earlier)
            return self._nearly(first, name), [Truth(name, "near-copy", of=first.id)]
        else:
            wrong = self._rng.random() < ERRORS
            article = self._fresh(name, wrong)
            truth = [Truth(name, "error")] if wrong else []
        self._earlier.append(article)
        return article, truth

    def _fresh(self, name: str, wrong: bool) -> Article:
        province, year = self._rng.choice(self._provinces), self._rng.choice(YEARS)
        pool = self._pools.of(province, year)
        first = self._rng.choice(pool.wrong if wrong else pool.right)
        day = date(year, 1, 1) + timedelta(self._rng.randrange(_LAST_DAY))
        return self._made(name, province, day, first, pool)

    def _of_side(self, name: str, side: Side) -> Article:
        """An article that says one of two things, and nothing else of family accounts: it must not oppose itself."""
        pool = self._pools.of(side.place[:2] + "0000", side.day.year)
        right = [paragraph for paragraph in pool.right if "共济" not in paragraph]
        return self._made(name, side.place, side.day, side.sentence, Pool(right, ()))

    def _made(self, name: str, place: str, day: date, first: str, pool: Pool) -> Article:
        """An article around a paragraph, of a size drawn by chance."""
        rng, short = self._rng, RegionTable.load().short(place)
        size = self._size()
        paragraphs, length = [first], len(first)
        while length < size:
            prose = rng.random() < _PROSE
            paragraph = rng.choice(self._wording["prose"] if prose else pool.right)
            if paragraph in paragraphs and length < _HEADED:
                continue
            heading = size > _HEADED and not prose and rng.random() < _HEADING
            paragraphs.append(f"## {{heading}}\n\n{paragraph}" if heading else paragraph)
            length += len(paragraph)
        rng.shuffle(paragraphs)
        text = self._filled("\n\n".join(paragraphs) + "\n", short, day.year)
        title = self._filled(rng.choice(self._wording["titles"]), short, day.year)
        region = RegionTable.load().name(place) if rng.random() < _REGION_TOLD else None
        return Article(name, title, text, day, region, self._url(name, day))

    def _nearly(self, first: Article, name: str) -> Article:
        """The same under another head or with another tail, some days later."""
        rng, text = self._rng, first.text
        place, day = first.region or "本地", first.published + timedelta(rng.randrange(10))
        if rng.random() < 0.5:
            text = self._filled(rng.choice(self._wording["heads"]), place, day.year) + text
        else:
            text += "\n" + self._filled(rng.choice(self._wording["tails"]), place, day.year) + "\n"
        return replace(first, id=name, url=self._url(name, day), text=text, published=day)

    def _filled(self, text: str, place: str, year: int) -> str:
        """The text with names, places and counts put in."""
        rng = self._rng
        for mark in (SOMEONE, "{who}", "{whom}"):
            while mark in text:
                text = text.replace(mark, self._someone(), 1)
        while "{heading}" in text:
            text = text.replace("{heading}", rng.choice(_HEADINGS), 1)
        while "{n}" in text:
            text = text.replace("{n}", str(rng.randrange(3, 400)), 1)
        return text.replace("{place}", place).replace("{year}", str(year))

    def _someone(self) -> str:
        return str(self._rng.choice(self._wording["family"]) + self._rng.choice(self._wording["given"]))

    def _size(self) -> int:
        """Characters: log-normal, half of them below the median."""
        return int(min(_LARGEST, max(_SMALLEST, self._rng.lognormvariate(math.log(_MEDIAN), _SPREAD))))

    def _url(self, name: str, day: date) -> str:
        return f"https://s{self._rng.randrange(_SITES):02}.example/{day.year}/{name}.html"


_HEADINGS: Sequence[str] = ("一笔一笔来算", "先说缴费", "读者最常问的", "看一个例子", "政策要点", "再说待遇")

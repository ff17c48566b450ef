"""Place names that are no places: 医保定点 is not 保定, 南京东路 is a street, 大同小异 an idiom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reference.vocabulary import load_json

# A name that ends so is written in full; streets and schools are named after the short one.
_FULL_NAME_ENDINGS = frozenset("省市区县旗盟")


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """What disguises names, by kind; see ``region_false_friends.json``.

    ``guarded`` short names and ``generic`` district names are words of everyday language: they need support
    from the text around them. ``not_a_stem`` are county stems that are words even behind their province.
    """

    words: Mapping[str, tuple[str, ...]]
    named_after: re.Pattern[str]
    bearing_names: frozenset[str]
    bearing_next: frozenset[str]
    cut_by: Mapping[str, frozenset[str]]
    guarded: frozenset[str]
    trade_words: tuple[str, ...]
    generic: frozenset[str]
    not_a_stem: frozenset[str]
    left_edges: frozenset[str]

    @staticmethod
    def load() -> Lookalikes:
        """The packaged false friends; built once."""
        return _load()

    def disguised(self, text: str, start: int, name: str, since: int = 0) -> bool:
        """True when the name at ``start`` belongs to a word that is no place.

        ``since`` is where the place before it ends: what stands left of that is taken (广西南宁 is not 西南宁).
        """
        return any(
            text.startswith(word, begin)
            for word in self.words.get(name, ())
            if (begin := start - word.index(name)) >= since
        )

    def cut(self, text: str, end: int, name: str) -> bool:
        """True when the last character before ``end`` belongs to the word behind: 海口市场 is 海口."""
        return text[end : end + 1] in self.cut_by.get(name[-1], ())

    def needs_support(self, name: str) -> bool:
        """True for names that are words: they count only where the text supports them. 和县 hides in 市和县级."""
        return name in self.guarded or self.needs_parent(name)

    def needs_parent(self, name: str) -> bool:
        """True for district names that count only where their city or province is named too."""
        return name in self.generic or (len(name) == 2 and name[-1] in _FULL_NAME_ENDINGS)

    def namesake(self, text: str, end: int, name: str) -> bool:
        """True when something named after the place ends it: 南京东路, 北京大学, 河南岸."""
        if name[-1] in _FULL_NAME_ENDINGS:
            return False
        if name[-1] in self.bearing_names and text[end : end + 1] in self.bearing_next:
            return True
        return self.named_after.match(text, end) is not None


@cache
def _load() -> Lookalikes:
    data: dict[str, Any] = load_json("region_false_friends.json")
    return Lookalikes(
        words={name: tuple(words) for name, words in data["words"].items() if name != "about"},
        named_after=_named_after(data["followed_by"]),
        bearing_names=frozenset(data["followed_by"]["bearings"]["names_end_with"]),
        bearing_next=frozenset(data["followed_by"]["bearings"]["next"]),
        cut_by={ending: frozenset(chars) for ending, chars in data["cut_by"].items() if ending != "about"},
        guarded=frozenset(data["guarded"]["names"]),
        trade_words=tuple(data["guarded"]["trade_words"]),
        generic=frozenset(data["generic"]["names"]),
        not_a_stem=frozenset(data["not_a_stem"]["names"]),
        left_edges=frozenset(data["left_edges"]),
    )


def _named_after(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Streets with a turn (南京东路), schools with their fields (上海第二医科大学), papers, banks, brands."""
    endings = "|".join(
        re.escape(ending["text"]) + (f"(?![{ending['unless']}])" if ending["unless"] else "")
        for ending in data["endings"]
    )
    return re.compile(f"(?:[{data['turns']}]{{0,2}}|(?:{'|'.join(data['school_fields'])})*)(?:{endings})")

"""One Aho-Corasick automaton over all vocabulary: terms, shields and region names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from linter.scan.tokens import Term
from linter.text import Span
from reference.vocabulary import TermEntry

SHIELD = "shield"
# The 年 of 2025年缴费下限 ends a date; it does not begin 年缴费.
_END_OF_YEAR = re.compile("(?<=[0-9]{4})年(?=缴|均|合计|小计)")
_NO_LETTER = "\0"


@dataclass(frozen=True, slots=True)
class Hits:
    """Leftmost-longest hits of one text: the terms, and the raw region names for the region scan to judge."""

    terms: tuple[Term, ...]
    region_names: tuple[tuple[int, int, str], ...]


class Lexicon:
    """The vocabulary, compiled. A name shared by several entries contributes the facets of all of them."""

    def __init__(self, terms: Iterable[TermEntry], region_names: Iterable[str] = ()) -> None:
        self._entries = _by_name(terms)
        self._regions = frozenset(region_names) - self._entries.keys()
        self._names = [*self._entries, *sorted(self._regions)]
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def scan(self, text: str) -> Hits:
        """All vocabulary hits in ``text`` (normalised); shields are matched and dropped."""
        terms: list[Term] = []
        regions: list[tuple[int, int, str]] = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(_END_OF_YEAR.sub(_NO_LETTER, text)):
            name = self._names[pattern]
            if name in self._regions:
                regions.append((start, end, name))
                continue
            identifier, facets = self._entries[name]
            if identifier != SHIELD:
                terms.append(Term(Span(start, end), identifier, facets))
        return Hits(tuple(terms), tuple(regions))


def _by_name(terms: Iterable[TermEntry]) -> dict[str, tuple[str, Mapping[str, str]]]:
    entries: dict[str, tuple[str, Mapping[str, str]]] = {}
    for entry in terms:
        for name in entry.names:
            known_id, known_facets = entries.get(name, (entry.id, {}))
            entries[name] = (known_id, {**known_facets, **entry.facets})
    return entries

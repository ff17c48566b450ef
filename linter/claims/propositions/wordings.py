"""Wordings as data: what a form asks of a stretch of text, and how it is read from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

Chain = tuple[frozenset[str], ...]
"""Words of each link in this order, close to each other within one clause. A plain word is a chain of one link."""


@dataclass(frozen=True)
class Form:
    """One way to word ``key``.

    ``groups``: of each, one alternative must stand in the stretch, in this order when ``ordered``.
    ``none``: what must not stand there, ``unless``: nor anywhere in the sentence.
    ``about``: a word that must stand there or in what surrounds the sentence, ``not_about`` one that must not.
    ``topic``: of one of these its words must speak, by themselves or by what stands nearest before or above them;
    of none of ``not_topic``.
    The stretch ("within") is a "clause" (between commas and semicolons), a clause or two neighbouring ones ("pair"),
    or the whole "sentence". ``lifted`` where another form also asks for the name of the subject.
    """

    key: str
    groups: tuple[tuple[Chain, ...], ...]
    none: tuple[Chain, ...] = ()
    unless: tuple[Chain, ...] = ()
    about: frozenset[str] = frozenset()
    not_about: frozenset[str] = frozenset()
    topic: tuple[str, ...] = ()
    not_topic: tuple[str, ...] = ()
    within: str = "clause"
    ordered: bool = False
    lifted: bool = False

    @cached_property
    def words(self) -> frozenset[str]:
        """All words its groups ask for."""
        return frozenset().union(*(link for group in self.groups for chain in group for link in chain))

    @cached_property
    def openings(self) -> tuple[frozenset[str], ...]:
        """For each group the words with which one of its alternatives begins."""
        return tuple(frozenset().union(*(chain[0] for chain in group)) for group in self.groups)

    def lacks_words(self, present: frozenset[str]) -> bool:
        """True when of some group no alternative can begin with any of these words."""
        return any(map(present.isdisjoint, self.openings))


class FormParser:
    """Makes forms from their JSON, with the word lists they name. A list named often is spelt out once.

    A word that starts with @ stands for the list of that name. "不能|无法~报销" is a chain of two links, each of
    alternatives: what its links find stands at most a few characters apart, in the same clause.
    ``synonyms``: what a form asks for may be said by these as well; what forbids it is forbidden as written.
    """

    def __init__(
        self, lists: Mapping[str, Sequence[str]], synonyms: Mapping[str, frozenset[str]] = MappingProxyType({})
    ) -> None:
        self._lists = lists
        self._synonyms = synonyms
        self._wider: dict[frozenset[str], frozenset[str]] = {}
        self._links: dict[str, frozenset[str]] = {}
        self._groups: dict[tuple[str, ...], tuple[Chain, ...]] = {}

    def parse(self, key: str, raw: Mapping[str, Any]) -> Form:
        """A form from its JSON. Raises KeyError for a list that is not there."""
        return Form(
            key,
            tuple(self._widened(self._chains(group)) for group in raw["all"]),
            self._chains(raw.get("none", ())),
            self._chains(raw.get("unless", ())),
            self._words(raw.get("about", ())),
            self._words(raw.get("not_about", ())),
            tuple(raw.get("topic", ())),
            tuple(raw.get("not_topic", ())),
            raw.get("within", "clause"),
            raw.get("ordered", False),
            raw.get("lifted", False),
        )

    def plain_words(self, group: Iterable[str]) -> frozenset[str]:
        """The words of a group of plain words; none of one that has longer chains."""
        chains = self._chains(group)
        return chains[0][0] if len(chains) == 1 and len(chains[0]) == 1 else frozenset()

    def _widened(self, group: tuple[Chain, ...]) -> tuple[Chain, ...]:
        return tuple(tuple(map(self._with_synonyms, chain)) for chain in group)

    def _with_synonyms(self, link: frozenset[str]) -> frozenset[str]:
        if link not in self._wider:
            self._wider[link] = link.union(*(self._synonyms.get(word, frozenset()) for word in link))
        return self._wider[link]

    def _words(self, raw: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*map(self._link, raw))

    def _chains(self, raw: Iterable[str]) -> tuple[Chain, ...]:
        """The chains of a group, all its plain words joined into one."""
        names = tuple(raw)
        if names not in self._groups:
            chains = tuple(chain for name in names for chain in self._chains_of(name))
            plain = frozenset().union(*(chain[0] for chain in chains if len(chain) == 1))
            longer = tuple(chain for chain in chains if len(chain) > 1)
            self._groups[names] = ((plain,), *longer) if plain else longer
        return self._groups[names]

    def _chains_of(self, name: str) -> tuple[Chain, ...]:
        if name.startswith("@") and "~" not in name and "|" not in name:
            return self._chains(self._lists[name[1:]])
        return (tuple(map(self._link, name.split("~"))),)

    def _link(self, raw: str) -> frozenset[str]:
        """The words of 「不能|@refuse」. A list may name other lists."""
        if raw not in self._links:
            found: set[str] = set()
            for name in raw.split("|"):
                found |= self._words(self._lists[name[1:]]) if name[:1] == "@" else {name}
            self._links[raw] = frozenset(found)
        return self._links[raw]

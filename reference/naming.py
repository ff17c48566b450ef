"""What somebody means by the name of a rule: its id, a quantity, or words that come near one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches

from reference.model import Reference, Rule
from reference.regions import COUNTRY, RegionTable
from reference.search import search

_SEPARATORS = re.compile(r"[\s._@-]+")
_NATIONAL = "national"
_SHORTEST_FORM = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """The rules a name stands for. ``exact`` when it is the id or the quantity itself, otherwise a likely reading."""

    rules: tuple[Rule, ...]
    exact: bool


def meant(name: str, reference: Reference, place: str | None = None) -> Meant:
    """What ``name`` means, at ``place`` (a code) where one is given; no rules when it means nothing.

    An id; the id of a rule for several places; a quantity; words that are all parts of an id, whatever their order
    (pension.employer_rate); words found in the titles. Of several readings those with the fewest other words count,
    and national rules before those of places.
    """
    rule = reference.rule(name)
    if rule is not None:
        return Meant((rule,), True)
    rules = tuple(rule for rule in reference.rules if place is None or _at(rule, place))
    for found in (_of_several_places(name, rules), tuple(one for one in rules if one.quantity == name)):
        if found:
            return Meant(_national_first(found), True)
    return Meant(_by_parts(name, rules) or _by_words(name, rules), False)


def _at(rule: Rule, place: str) -> bool:
    return rule.region == place if place == COUNTRY else RegionTable.load().within(rule.region, place)


def _of_several_places(name: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.id.startswith(f"{name}@"))


def _by_parts(name: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    vocabulary = {part for rule in rules for part in _all_parts(rule)}
    wanted = [_readings(part, vocabulary) for part in _parts(name)]
    near = [(_others(rule, wanted), rule) for rule in rules if all(one & _all_parts(rule) for one in wanted)]
    fewest = min((others for others, _ in near), default=0)
    return _national_first(rule for others, rule in near if others == fewest)


def _readings(part: str, vocabulary: Set[str]) -> set[str]:
    """The part and its longer and shorter forms (min, minimum); where there are none, likely typing errors."""
    forms = {
        known
        for known in vocabulary
        if min(len(part), len(known)) >= _SHORTEST_FORM and (known.startswith(part) or part.startswith(known))
    }
    found = forms | ({part} & vocabulary)
    return found or set(get_close_matches(part, vocabulary, 3, 0.8))


def _others(rule: Rule, wanted: Iterable[set[str]]) -> int:
    """How many parts of the id nobody asked for."""
    return len(_parts(rule.id) - set().union(*wanted) - {_NATIONAL})


def _by_words(name: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    if name.isascii() and len(name) < _SHORTEST_FORM:
        return ()
    hits = search(rules, name.split())
    return _national_first(hit.rule for hit in hits if hit.score == hits[0].score)


def _national_first(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The national ones where there are any: who names no place asks for the country."""
    found = tuple(rules)
    return tuple(rule for rule in found if rule.region == COUNTRY) or found


def _all_parts(rule: Rule) -> set[str]:
    return _parts(rule.id) | _parts(rule.quantity) | {part for facet in rule.where.items() for part in facet}


def _parts(name: str) -> set[str]:
    return {part for part in _SEPARATORS.split(name.casefold()) if part}

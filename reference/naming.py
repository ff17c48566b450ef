"""What somebody means by the name of a rule: its id, a quantity, or words that come near one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches

from reference.model import Reference, Rule, region_chain
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


def meant(name: str, reference: Reference, place: str = COUNTRY) -> Meant:
    """What ``name`` means at ``place`` (a code); no rules when it means nothing.

    An id; the id of a rule for several places; a quantity; words that are all parts of an id, whatever their order
    (pension.employer_rate); words found in the titles. Of several readings those with the fewest other words count;
    of several places the one asked for, otherwise those in it, otherwise the nearest above it.
    """
    rule = reference.rule(name)
    if rule is not None:
        return Meant((rule,), True)
    rules = reference.rules
    several = tuple(rule for rule in rules if rule.id.startswith(f"{name}@"))
    exact = several or _nearest((rule for rule in rules if rule.quantity == name), place)
    if exact:
        return Meant(exact, True)
    return Meant(_by_parts(name, rules, place) or _by_words(name, rules, place), False)


def _nearest(rules: Iterable[Rule], place: str) -> tuple[Rule, ...]:
    """Those of the place itself; where there are none those of places in it; then those of the nearest place above."""
    found, table = tuple(rules), RegionTable.load()
    here, *above = region_chain(place)
    groups = [[rule for rule in found if rule.region == here]]
    groups.append([rule for rule in found if table.within(rule.region, here)])
    groups += [[rule for rule in found if rule.region == code] for code in above]
    return tuple(next(filter(None, groups), ()))


def _by_parts(name: str, rules: Sequence[Rule], place: str) -> tuple[Rule, ...]:
    vocabulary = {part for rule in rules for part in _all_parts(rule)}
    wanted = [_readings(part, vocabulary) for part in _parts(name)]
    near = _nearest((rule for rule in rules if all(one & _all_parts(rule) for one in wanted)), place)
    fewest = min((_others(rule, wanted) for rule in near), default=0)
    return tuple(rule for rule in near if _others(rule, wanted) == fewest)


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


def _by_words(name: str, rules: Sequence[Rule], place: str) -> tuple[Rule, ...]:
    if name.isascii() and len(name) < _SHORTEST_FORM:
        return ()
    scores = {hit.rule.id: hit.score for hit in search(rules, name.split())}
    near = _nearest((rule for rule in rules if rule.id in scores), place)
    best = max((scores[rule.id] for rule in near), default=0)
    return tuple(rule for rule in near if scores[rule.id] == best)


def _all_parts(rule: Rule) -> set[str]:
    return _parts(rule.id) | _parts(rule.quantity) | {part for facet in rule.where.items() for part in facet}


def _parts(name: str) -> set[str]:
    return {part for part in _SEPARATORS.split(name.casefold()) if part}

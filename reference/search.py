"""Rules by words: Chinese or English, of title, quantity, id, place, source, value or note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from reference.model import Rule
from reference.quantities import quantity_names
from reference.regions import COUNTRY, RegionTable
from reference.shown import shown_value

_ID, _TITLE, _QUANTITY, _PLACE, _SOURCE, _NOTE = 6, 5, 4, 3, 2, 1
_SHORTEST_LOOSE = 3
# 深圳pension: a change of script parts words. Dots belong to ids, brackets and dashes to document numbers.
_SCRIPTS = regex.compile(r"\p{Han}[\p{Han}〔〕\d]*|[\p{Latin}\d._%@-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule in which every word was found; ``score`` says how prominently."""

    rule: Rule
    score: int


def words_of(query: str) -> tuple[str, ...]:
    """The words to look for in what somebody typed."""
    return tuple(_SCRIPTS.findall(query))


def search(rules: Iterable[Rule], words: Sequence[str], place: str | None = None) -> tuple[Hit, ...]:
    """The rules that hold all the words, best first; only those of ``place`` (a code) and of places in it.

    A word counts by the most prominent field it stands in, and double where it is one or several whole parts of the
    id. National rules come before those of places, then short titles before long ones.
    """
    table, wanted = RegionTable.load(), [word.casefold() for word in words]
    hits = (Hit(rule, _score(rule, wanted, table)) for rule in rules if place is None or _lies_in(rule, place, table))
    found = (hit for hit in hits if hit.score)
    return tuple(
        sorted(found, key=lambda hit: (-hit.score, hit.rule.region != COUNTRY, len(hit.rule.title), hit.rule.id))
    )


def _lies_in(rule: Rule, place: str, table: RegionTable) -> bool:
    return rule.region == place if place == COUNTRY else table.within(rule.region, place)


def _score(rule: Rule, words: Iterable[str], table: RegionTable) -> int:
    """The sum over the words, 0 when one of them is nowhere."""
    fields = [(weight, text.casefold()) for weight, text in _fields(rule, table) if text]
    parts = f".{rule.id.casefold()}."
    total = 0
    for word in words:
        weight = max((_found(word, weight, text) for weight, text in fields), default=0)
        if not weight:
            return 0
        total += 2 * weight if f".{word}." in parts else weight
    return total


def _found(word: str, weight: int, text: str) -> int:
    if word in text:
        return weight
    return int(len(word) >= _SHORTEST_LOOSE and not word.isascii() and _in_order(word, text))


def _in_order(word: str, text: str) -> bool:
    """True when the characters of the word stand in that order: 深圳养老费率 in 深圳职工养老保险单位费率."""
    left = iter(text)
    return all(char in left for char in word)


def _fields(rule: Rule, table: RegionTable) -> Iterator[tuple[int, str]]:
    yield _ID, rule.id
    yield from ((_TITLE, title) for title in (rule.title, rule.title_en))
    yield from ((_QUANTITY, name) for name in (rule.quantity, *quantity_names().get(rule.quantity, ())))
    if rule.region in table:
        yield _PLACE, table.name(COUNTRY) if rule.region == COUNTRY else table.full_name(rule.region)
    for value in rule.values:
        yield from ((_SOURCE, text) for text in (value.source.title, value.source.doc_no or ""))
        yield from ((_NOTE, text) for text in (value.note or "", shown_value(value)))
    yield _NOTE, rule.note or ""

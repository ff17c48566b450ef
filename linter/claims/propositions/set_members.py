"""What a text says to belong, or not to belong, to a set of the rules: 「个人账户不得用于体育健身」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import MemberClaim
from linter.scan.patterns import alternation
from linter.text import Span
from reference.vocabulary import load_json, load_terms, worded

_CLAUSE = re.compile("[^,;]+")
# 「…,以及兄弟姐妹」 goes on with the list of the clause before; 「参保人去世的,…」 waits for what the next clause says.
_GOES_ON = 4
_WAITS = ("的", "后", "时")
# 「未绑定的,不能…」: what is denied under a condition is not denied.
_UNLESS = re.compile("(?:未|没|非|不|无)[^,;]*(?:的|时|前|后)$|^(?:如|若|倘|除|一旦)")
_SILENT = ("hearsay", "hypothetical", "condition", "supposed", "plan")


@dataclass(frozen=True, slots=True)
class SetWords:
    """An entry of ``vocabulary/sets.json``, compiled. ``items`` maps each spelling to the ids of its members."""

    id: str
    about: re.Pattern[str]
    unless: re.Pattern[str]
    cues: re.Pattern[str]
    item: re.Pattern[str]
    items: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Cue:
    stance: str
    start: int
    end: int


def extract(reading: Reading) -> Iterator[MemberClaim]:
    """Items of the sets with what is said of them: each that is in or out by itself, a closed list as one."""
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        entries = [entry for entry in set_words() if entry.about.search(text) and not entry.unless.search(text)]
        if not entries or is_question(reading, sentence):
            continue
        for entry in entries:
            for stance, span, members in _said(entry, text):
                yield from _claim(reading, sentence, entry, stance, span, members)


def _claim(
    reading: Reading, sentence: Sentence, entry: SetWords, stance: str, local: Span, members: frozenset[str]
) -> Iterator[MemberClaim]:
    span = Span(sentence.span.start + local.start, sentence.span.start + local.end)
    scope = reading.scope(span, sentence)
    if not scope.has(*_SILENT) and not is_reported(reading, sentence, span):
        yield MemberClaim(span, sentence.span, scope, entry.id, members, stance)


def _said(entry: SetWords, text: str) -> Iterator[tuple[str, Span, frozenset[str]]]:
    carried: _Cue | None = None
    waiting: list[re.Match[str]] = []
    conditional = False
    for clause in _CLAUSE.finditer(text):
        cues = [_cue(match) for match in entry.cues.finditer(text, *clause.span())]
        found = _without_chains(list(entry.item.finditer(text, *clause.span())), text)
        items = [match for match in found if _free(match, cues)]
        if conditional:
            cues = [cue for cue in cues if cue.stance != "out"]
        conditional = conditional or _UNLESS.search(clause.group()) is not None
        if waiting and cues and not items:
            yield from ((_stance(cues[0]), Span(*item.span()), entry.items[item.group()]) for item in waiting)
        waiting = items if not cues and clause.group().endswith(_WAITS) else []
        goes_on = carried if items and not cues and items[0].start() - clause.start() <= _GOES_ON else None
        listed: dict[_Cue, list[re.Match[str]]] = {}
        for item in items:
            cue = goes_on or _governing(cues, item)
            if cue is not None:
                listed.setdefault(cue, []).append(item)
                yield _stance(cue), Span(*item.span()), entry.items[item.group()]
        for cue, own in listed.items():
            if cue.stance == "only" and cue is not goes_on:
                start, end = min(cue.start, own[0].start()), max(cue.end, own[-1].end())
                yield "only", Span(start, end), frozenset().union(*(entry.items[item.group()] for item in own))
        carried = next((cue for cue in reversed(cues) if listed.get(cue) and cue.stance != "only"), goes_on)


def _cue(match: re.Match[str]) -> _Cue:
    return _Cue(match.lastgroup or "", *match.span())


def _stance(cue: _Cue) -> str:
    return "in" if cue.stance == "only" else cue.stance


def _free(item: re.Match[str], cues: Sequence[_Cue]) -> bool:
    """True when the item is no word of a cue: the 近亲属 of 近亲属包括. A cue may run up to its end (不能买药)."""
    return not any(cue.start <= item.start() and item.end() < cue.end for cue in cues)


def _without_chains(items: Sequence[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The items without relatives of relatives: 妹妹的孩子 names neither the one nor the other."""
    kin = _kin()
    chained = {
        id(item)
        for pair in pairwise(items)
        if text[pair[0].end() : pair[1].start()] == "的" and all(each.group() in kin for each in pair)
        for item in pair
    }
    return [item for item in items if id(item) not in chained]


def _governing(cues: Sequence[_Cue], item: re.Match[str]) -> _Cue | None:
    before = [cue for cue in cues if cue.start <= item.start()]
    return before[-1] if before else next((cue for cue in cues if cue.start >= item.end()), None)


@worded
def set_words() -> tuple[SetWords, ...]:
    """All sets of the vocabulary."""
    return tuple(_compiled(raw) for raw in load_json("sets.json")["sets"])


def _compiled(raw: Mapping[str, Any]) -> SetWords:
    items = {name: frozenset({member}) for member, words in raw["items"].items() for name in words["names"]}
    if raw.get("kin"):
        items |= _kin()
    words = {**raw, "out": [*raw["out"], *load_json("sets.json")["always_out"]]}
    cues = "|".join(f"(?P<{stance}>{'|'.join(words[stance])})" for stance in ("only", "out", "in") if words[stance])
    return SetWords(
        raw["id"],
        re.compile("|".join(raw["about"])),
        re.compile("|".join(raw["unless"])),
        re.compile(cues),
        re.compile(alternation(items)),
        items,
    )


@worded
def _kin() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(term.facets["kin"].split("+"))
        for term in load_terms()
        if "kin" in term.facets
        for name in term.names
    }

"""One act that is allowed in one place and forbidden in another: 一律不得代领 … 亲友可以凭条代为领取.

The words of the act are compared, whatever they are. What holds under a condition, for another group, at another time
or by another's word contradicts nothing; but what nobody at all may do, nobody may under a condition either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.model import OpposedActsClaim
from linter.text import Span
from reference.vocabulary import load_json, worded

_CLAUSE = re.compile('[^,;。:!?\n()“”"—]+')
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_WHETHER = re.compile("([\u4e00-\u9fff])不(?=\\1)")
_DENIED = re.compile("不|没|未|无(?!论)|非")
_LONGEST_ACT, _SHORTEST_ACT, _REACH = 4, 2, 5
_ELSEWHERE = ("history", "plan", "hearsay", "hypothetical", "condition", "supposed", "question", "provisional")
_WHOSE = ("scheme", "payer", "population", "kin", "topic", "group")
_PAIRS = (("forbids", "permits"), ("releases", "demands"))


class _Saying(NamedTuple):
    """A clause that says of an act whether it may or must be done."""

    span: Span
    sentence: Sentence
    act: str
    for_all: bool
    conditional: bool


def extract(reading: Reading) -> Iterator[OpposedActsClaim]:
    """The later of two clauses of a section, the first such pair for each, with what the earlier one says."""
    for index, section in enumerate(reading.document.sections):
        if is_law_text(reading.document, section):
            continue
        sentences = [each for each in reading.sentences if each.section == index and not is_question(reading, each)]
        for denying, allowing in _PAIRS:
            denied = [saying for each in sentences for saying in _sayings(reading, each, denying, allowing)]
            allowed = (
                [saying for each in sentences for saying in _sayings(reading, each, allowing, denying)]
                if denied
                else []
            )
            told: set[Span] = set()
            for no, yes in product(denied, allowed):
                earlier, later = sorted((no, yes))
                if later.span not in told and _oppose(reading, no, yes):
                    told.add(later.span)
                    scope = reading.scope(later.span, later.sentence)
                    yield OpposedActsClaim(later.span, later.sentence.span, scope, earlier.span)


def _sayings(reading: Reading, sentence: Sentence, kind: str, other: str) -> Iterator[_Saying]:
    text = reading.text
    for clause in _CLAUSE.finditer(text, *_ends(sentence)):
        found = _words(kind).search(clause.group())
        if found is None or _WHETHER.search(clause.group()) or _words("maybe").search(clause.group()):
            continue
        rest = clause.group()[found.end() :]
        if kind in ("permits", "demands") and (_words(other).search(clause.group()) or _DENIED.search(rest)):
            continue
        span = Span(*clause.span())
        if is_reported(reading, sentence, span) or reading.scope(span, sentence).has(*_ELSEWHERE):
            continue
        led = text[sentence.span.start : span.end]
        everybody = _words("everybody").search(clause.group()) is not None
        yield _Saying(span, sentence, _act(rest), everybody, _words("conditions").search(led) is not None)


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _act(words: str) -> str:
    """What is done, by the words behind 不能 or 可以."""
    return "".join(_CHINESE.findall(_words("things").sub("", _words("fillers").sub("", words))))


def _oppose(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    if no.sentence.span == yes.sentence.span or ((no.conditional or yes.conditional) and not no.for_all):
        return False
    shared = _shared(no.act, yes.act)
    if shared < _SHORTEST_ACT or not _of_one_case(reading, no, yes):
        return False
    return shared > _SHORTEST_ACT or _speak_of_one(reading, no, yes)


def _shared(act: str, other: str) -> int:
    """How many words of an act stand, in their order and near each other, in the other: 代领 in 代为领取."""
    lengths = range(min(len(act), _LONGEST_ACT), _SHORTEST_ACT - 1, -1)
    return next((length for length in lengths if _spread(act[:length], other)), 0)


def _spread(act: str, other: str) -> bool:
    within = f"[^ ]{{0,{_REACH}}}?".join(map(re.escape, act))
    return any(len(found.group()) <= len(act) + _REACH for found in re.finditer(within, other))


def _of_one_case(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    """False where place, time, person, insurance or group is told and another."""
    first, second = (reading.scope(each.span, each.sentence) for each in (no, yes))
    if (first.region, first.period) != (second.region, second.period) or of_another(reading, no.sentence, yes.sentence):
        return False
    named = [(_named(reading, no, facet), _named(reading, yes, facet)) for facet in _WHOSE]
    return all(not one or not other or one & other for one, other in named)


def _named(reading: Reading, saying: _Saying, facet: str) -> frozenset[str]:
    terms = reading.terms_in(saying.sentence.span)
    return frozenset(term.facets[facet] for term in terms if facet in term.facets)


def _speak_of_one(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    """True where the two sentences share a word besides the act."""
    first, second = (_pairs(each.sentence.span.cut(reading.text).replace(each.act, "")) for each in (no, yes))
    return bool(first & second)


def _pairs(text: str) -> frozenset[str]:
    words = _CHINESE.findall(_words("fillers").sub(" ", text))
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))


@worded
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(words)) for name, words in load_json("act_words.json").items() if name != "_"}


def _words(name: str) -> re.Pattern[str]:
    return _patterns()[name]

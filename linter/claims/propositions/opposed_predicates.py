"""One thing of which the text says what excludes each other: 报销比例不变 … 报销比例要往下调.

The pairs are in ``vocabulary/opposites.json``; of what they are told, the sentences' other words must say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from linter.claims.context.cases_apart import cases_apart, desks_apart
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.context.same_words import folded
from linter.claims.model import OpposedActsClaim
from linter.claims.propositions.opposed_acts import NOT_SAID, WHOSE, act_words, word_pairs
from linter.document import BlockKind
from linter.text import Span
from reference.vocabulary import load_json, worded

_DENIED = re.compile("(?:不|没有?|未|无法|并非|不是|非|别|难以)[^,;。]{0,3}$")
_MARKS = ",;。:!?\n()“”"
_FEWEST_SHARED = 2


class _Pair(NamedTuple):
    """Two families of words; ``alone`` where they say themselves of what they are told."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    alone: bool


class _Told(NamedTuple):
    """Where a sentence says something, the clause, whose it is, and the pairs of characters of all its other words."""

    span: Span
    sentence: Sentence
    whose: str
    words: frozenset[str]


def extract(reading: Reading) -> Iterator[OpposedActsClaim]:
    """The later of two sentences of a section, without conditions, that say of one thing what cannot both be."""
    for index, section in enumerate(reading.document.sections):
        text = section.span.cut(reading.text)
        pairs = [pair for pair in _opposites() if pair.one.search(text) and pair.other.search(text)]
        if not pairs or is_law_text(reading.document, section):
            continue
        sentences = [each for each in reading.sentences if each.section == index and _asserts(reading, each)]
        for pair in pairs:
            one, other = ([*_told(reading, sentences, family)] for family in (pair.one, pair.other))
            for first, second in product(one, other):
                if _of_one_thing(reading, pair, first, second) and _oppose(reading, first, second):
                    earlier, later = sorted((first, second), key=_place)
                    scope = reading.scope(later.span, later.sentence)
                    yield OpposedActsClaim(later.span, later.sentence.span, scope, earlier.span)
                    break


def _place(told: _Told) -> Span:
    return told.span


def _asserts(reading: Reading, sentence: Sentence) -> bool:
    """True for a sentence outside tables that neither asks nor depends on anything."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    if block.kind is BlockKind.ROW or is_question(reading, sentence):
        return False
    return act_words("conditions").search(sentence.span.cut(reading.text)) is None


def _told(reading: Reading, sentences: Sequence[Sentence], family: re.Pattern[str]) -> Iterator[_Told]:
    text = reading.text
    for sentence in sentences:
        found = family.search(text, sentence.span.start, sentence.span.end)
        if found is None or _DENIED.search(text, sentence.span.start, found.start()):
            continue
        span = _clause(text, sentence.span, Span(*found.span()))
        if not is_reported(reading, sentence, span) and not reading.scope(span, sentence).has(*NOT_SAID):
            whose = folded(text[span.start : max(span.start, found.start())])
            yield _Told(span, sentence, whose, word_pairs(family.sub(" ", sentence.span.cut(text))))


def _clause(text: str, sentence: Span, place: Span) -> Span:
    start = max((text.rfind(mark, sentence.start, place.start) for mark in _MARKS), default=-1)
    ends = [end for mark in _MARKS if (end := text.find(mark, place.end, sentence.end)) >= 0]
    return Span(max(start + 1, sentence.start), min(ends, default=sentence.end))


def _of_one_thing(reading: Reading, pair: _Pair, first: _Told, second: _Told) -> bool:
    """True where the sentences share enough words, more of them under different headings, or name the thing alone."""
    if pair.alone:
        return not desks_apart(*(each.sentence.span.cut(reading.text) for each in (first, second)))
    apart = _heading(reading, first) != _heading(reading, second)
    return len(first.words & second.words) >= _FEWEST_SHARED + apart


def _heading(reading: Reading, told: _Told) -> int:
    blocks = reading.document.sections[told.sentence.section].blocks[: told.sentence.block + 1]
    return max((index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING), default=-1)


def _oppose(reading: Reading, first: _Told, second: _Told) -> bool:
    if first.sentence.span == second.sentence.span:
        return False
    said = [set(folded(each.sentence.span.cut(reading.text))) for each in (first, second)]
    if not (said[1].issuperset(first.whose) or said[0].issuperset(second.whose)):
        return False  # 企业年金自愿建立, 职业年金强制建立
    one, other = (reading.scope(each.span, each.sentence) for each in (first, second))
    stated = [scope.period for scope in (one, other) if scope.period_from == "stated" and scope.period]
    if one.region != other.region or (len(stated) > 1 and not stated[0].overlaps(stated[1])):
        return False
    if of_another(reading, first.sentence, second.sentence) or cases_apart(reading, first.sentence, second.sentence):
        return False
    named = [[_named(reading, each, facet) for each in (first, second)] for facet in WHOSE]
    return all(not here or not there or here & there for here, there in named)


def _named(reading: Reading, told: _Told, facet: str) -> frozenset[str]:
    terms = reading.terms_in(told.sentence.span)
    return frozenset(term.facets[facet] for term in terms if facet in term.facets)


@worded
def _opposites() -> tuple[_Pair, ...]:
    words = load_json("opposites.json")
    return tuple(
        _Pair(re.compile("|".join(one)), re.compile("|".join(other)), name == "alone")
        for name in ("pairs", "alone")
        for one, other in words[name]
    )

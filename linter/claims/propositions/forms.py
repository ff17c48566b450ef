"""Where wordings stand: a form matches where one alternative of each of its groups stands in the same stretch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from linter.claims.propositions.stretches import Hit, Stretch, Stretches
from linter.claims.propositions.wordings import Chain, Form
from linter.text import Span

SpeaksOf = Callable[[Span, str], bool]
"""Whether a place of the text speaks of a topic, by itself or by what stands around it."""

_REACH = 8
_CLAUSE_MARKS = frozenset(",;:")
# A word right behind one of these says the opposite: the 可以 of 不可以, the 取消 of 未取消.
_NEGATING = frozenset("不未没无非别勿")
_DOUBTED = frozenset({"不是", "是否"})
# 139 stands neither in 1390 nor in 139.5; 2%, not in 12%.
_PART_BEFORE = re.compile(r"[0-9]\.?$")
_PART_BEHIND = re.compile(r"\.?[0-9]")


def speaks_of_nothing(place: Span, topic: str) -> bool:
    """For texts of which no topics are known."""
    return False


class FormTable:
    """Forms, compiled: one pass over a sentence finds the words of all of them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        forms = tuple(forms)
        asked = Counter(word for form in forms for opening in form.openings for word in opening)
        self._by_word: dict[str, list[tuple[int, Form]]] = {}
        for number, form in enumerate(forms):
            for word in min(form.openings, key=lambda opening: sum(asked[word] for word in opening)):
                self._by_word.setdefault(word, []).append((number, form))
        chains = {chain for form in forms for group in (*form.groups, form.none, form.unless) for chain in group}
        self._words = sorted(frozenset().union(*(link for chain in chains for link in chain)))
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)

    def matches(
        self,
        text: str,
        sentence: Span,
        around: Callable[[], str],
        speaks_of: SpeaksOf = speaks_of_nothing,
        asked: str = "",
    ) -> Iterator[tuple[Form, Span]]:
        """Every form that matches in the sentence, with the hull of its words; of one key the first match only.

        ``around`` gives the text a form's ``about`` is looked for in, ``speaks_of`` knows what a place of the text
        speaks of; they are called only when a form asks for them.
        ``asked`` is the question the sentence answers: a word of ``unless`` speaks there too.
        """
        part = sentence.cut(text)
        hits = self._hits(part)
        forms = self._possible(hits)
        stretches = Stretches(part, hits)
        before = self._hits(asked) if forms and asked else []
        found: set[str] = set()
        for form in forms:
            if any(_find(chain, hits, part, 0) or _find(chain, before, asked, 0) for chain in form.unless):
                continue
            for stretch in stretches[form.within]:
                span = None if form.key in found or form.lacks_words(stretch.words) else _hull(form, stretch, part)
                if span is None or not _fits(form, stretch.text, around):
                    continue
                place = Span(sentence.start + span.start, sentence.start + span.end)
                if _speaks(form, partial(speaks_of, place)):
                    found.add(form.key)
                    yield form, place

    def _possible(self, hits: Sequence[Hit]) -> list[Form]:
        """The forms of which every group has a word among the hits, in the order of their first groups' words."""
        places: dict[str, int] = {}
        for place, (_, _, word) in enumerate(hits):
            places.setdefault(word, place)
        present = frozenset(places)
        known = {number: form for word in places for number, form in self._by_word.get(word, ())}
        found = [(number, form) for number, form in known.items() if not form.lacks_words(present)]
        return [form for _, form in sorted(found, key=lambda pair: _rank(pair[0], pair[1], places))]

    def _hits(self, text: str) -> list[Hit]:
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        # They come by their ends: turned round and sorted by their starts, the longest of each start comes first.
        hits = [(start, end, self._words[index]) for index, start, end in reversed(found)]
        return sorted((hit for hit in hits if _has_whole_numbers(hit, text)), key=itemgetter(0))


def _has_whole_numbers(hit: Hit, text: str) -> bool:
    """False for a word whose outermost figure is only a part of the number that stands there."""
    start, end, word = hit
    if word[0].isdecimal() and _PART_BEFORE.search(text, max(0, start - 2), start):
        return False
    return not word[-1].isdecimal() or _PART_BEHIND.match(text, end) is None


def _rank(number: int, form: Form, places: Mapping[str, int]) -> tuple[bool, int, int]:
    """Those with a subject of their own first, then by where their words begin."""
    return form.lifted, _first(form.openings[0], places), number


def _first(words: Iterable[str], places: Mapping[str, int]) -> int:
    return min(places[word] for word in words if word in places)


def _fits(form: Form, stretch: str, around: Callable[[], str]) -> bool:
    """True when the text around is about what the form asks for."""
    if form.about and not _mentions(form.about, stretch, around):
        return False
    return not (form.not_about and _mentions(form.not_about, stretch, around))


def _speaks(form: Form, of: Callable[[str], bool]) -> bool:
    """True when what is said is of one of the topics the form asks for, and of none that it refuses."""
    return (not form.topic or any(map(of, form.topic))) and not any(map(of, form.not_topic))


def _mentions(words: frozenset[str], stretch: str, around: Callable[[], str]) -> bool:
    return any(word in stretch for word in words) or any(word in around() for word in words)


def _hull(form: Form, stretch: Stretch, text: str) -> Span | None:
    said = list(_said(form, stretch, text))
    if form.none and any(_find(chain, _others(stretch.hits, said, text), text, 0) is not None for chain in form.none):
        return None
    chosen: list[tuple[int, int]] = []
    reached = 0
    for group in form.groups:
        found = [place for chain in group if (place := _find(chain, said, text, reached)) is not None]
        if not found:
            return None
        chosen.append(min(found))
        reached = chosen[-1][1] if form.ordered else 0
    return Span(min(start for start, _ in chosen), max(end for _, end in chosen))


def _said(form: Form, stretch: Stretch, text: str) -> Iterator[Hit]:
    """The claimed hits on the form's own words: not negated, unless by one of these words (尚未, 没有)."""
    own = [hit for hit in stretch.claimed if hit[2] in form.words]
    for hit in own:
        before = hit[0] - 1
        negated = text[max(before, 0) : hit[0]] in _NEGATING
        if (not negated or any(other[0] <= before < other[1] for other in own)) and not _is_asked(hit, text):
            yield hit


def _others(hits: Sequence[Hit], said: Sequence[Hit], text: str) -> list[Hit]:
    """What may forbid a form: not the 不是 of its own 不是定点 or the 是否 of 是否属于, nor the 不是 of 是不是."""
    return [
        hit
        for hit in hits
        if hit[2] not in _DOUBTED
        or not (_is_asked(hit, text) or any(own[0] <= hit[0] and hit[1] < own[1] for own in said))
    ]


def _is_asked(hit: Hit, text: str) -> bool:
    """True for the 不能 of 能不能 and the 不可以 of 可不可以, which leave open what they ask."""
    start, _, word = hit
    return word[0] == "不" and start > 0 and text[start - 1] == word[1:2]


def _find(chain: Chain, hits: Sequence[Hit], text: str, start: int) -> tuple[int, int] | None:
    """The first place of a chain from ``start`` on."""
    first, *rest = chain
    for hit in hits:
        if hit[0] < start or hit[2] not in first:
            continue
        end: int | None = hit[1]
        for link in rest:
            end = None if end is None else _reached(link, hits, text, end)
        if end is not None:
            return hit[0], end
    return None


def _reached(link: frozenset[str], hits: Sequence[Hit], text: str, end: int) -> int | None:
    """Where the next link of a chain ends that stands at ``end`` so far."""
    for hit in hits:
        near = end <= hit[0] <= end + _REACH and hit[2] in link
        if near and _CLAUSE_MARKS.isdisjoint(text[end : hit[0]]):
            return hit[1]
    return None

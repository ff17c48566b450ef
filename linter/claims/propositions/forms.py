"""Where wordings stand: a form matches where one alternative of each of its groups stands in the same stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from linter.claims.propositions.wordings import Chain, Form
from linter.text import Span

Hit = tuple[int, int, str]

SpeaksOf = Callable[[Span, str], bool]
"""Whether a place of the text speaks of a topic, by itself or by what stands around it."""

_REACH = 8
_CLAUSE_MARKS = frozenset(",;:")
# 除新生儿等特殊人群外,要等…: what is excepted is not spoken of.
_EXCEPTED = re.compile("除了?[^,。;]{1,20}?(?:以外|之外|外)")
# A word right behind one of these says the opposite: the 可以 of 不可以, the 取消 of 未取消.
_NEGATING = frozenset("不未没无非别勿")
# 139 stands neither in 1390 nor in 139.5; 2%, not in 12%.
_PART_BEFORE = re.compile(r"[0-9]\.?$")
_PART_BEHIND = re.compile(r"\.?[0-9]")
# A clause without a predicate, and one that begins with its predicate: the second is said of the first.
_BARE_SUBJECT = re.compile("\\s*[^,;。不没未无能会可须必要应得是有才都也就均仅只已将了吗和与、:]{2,10}\\s*")
_NO_SUBJECT = re.compile(
    "\\s*(?:也|都|必|须|应|要|得|可|能|不|没|无|会|就|均|只|仅|才|一律|是|属|算|同样|照样|全|将|已|还|到|年底|每)"
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a sentence. ``hits``: the words in it; ``claimed``: those of them that no exception takes out."""

    text: str
    hits: Sequence[Hit]
    claimed: Sequence[Hit]
    words: frozenset[str]


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
        stretches = _Stretches(part, hits)
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
                if not form.topic or any(speaks_of(place, topic) for topic in form.topic):
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


class _Stretches(dict[str, list[_Stretch]]):
    """The stretches of a sentence by their kind, each kind cut when a form first asks for it."""

    def __init__(self, part: str, hits: Sequence[Hit]) -> None:
        super().__init__()
        self._part = part
        self._hits = hits

    def __missing__(self, kind: str) -> list[_Stretch]:
        excepted = [match.span() for match in _EXCEPTED.finditer(self._part)]
        stretches = (_stretch(self._part, span, self._hits, excepted) for span in _spans(self._part, kind))
        self[kind] = [stretch for stretch in stretches if stretch.hits]
        return self[kind]


def _spans(part: str, kind: str) -> Iterable[tuple[int, int]]:
    if kind == "sentence":
        return [(0, len(part)), *_between_semicolons(part)]
    cuts = list(_clauses(part))
    if kind == "clause":
        return _with_subject(part, cuts)
    return [*cuts, *((start, end) for (start, _), (_, end) in pairwise(cuts))]


def _stretch(part: str, span: tuple[int, int], hits: Sequence[Hit], excepted: Sequence[tuple[int, int]]) -> _Stretch:
    start, end = span
    first, last = bisect_left(hits, start, key=itemgetter(0)), bisect_left(hits, end, key=itemgetter(0))
    inside = [hit for hit in hits[first:last] if hit[1] <= end]
    claimed = [hit for hit in inside if not any(a <= hit[0] < b for a, b in excepted)] if excepted else inside
    return _Stretch(part[start:end], inside, claimed, frozenset(word for _, _, word in claimed))


def _with_subject(part: str, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The clauses, each with the bare subject set off before it: 「出钱的一方,必须…」 is one clause."""
    previous: tuple[int, int] | None = None
    for start, end in cuts:
        bare = previous is not None and part[start - 1] == "," and _BARE_SUBJECT.fullmatch(part, *previous)
        said_of = bare and _NO_SUBJECT.match(part, start)
        yield (previous[0], end) if said_of and previous is not None else (start, end)
        previous = (start, end)


def _between_semicolons(part: str) -> Iterator[tuple[int, int]]:
    """The parts of an enumeration, each a sentence of its own: 临时外出的…;长期居住的…."""
    ends = [offset for offset, char in enumerate(part) if char == ";"]
    if ends:
        yield from pairwise([0, *(end + 1 for end in ends), len(part)])


def _clauses(part: str) -> Iterator[tuple[int, int]]:
    start = 0
    for offset, char in enumerate(part + ","):
        if char in ",;" and not (part[offset - 1 : offset].isdigit() and part[offset + 1 : offset + 2].isdigit()):
            yield start, offset
            start = offset + 1


def _fits(form: Form, stretch: str, around: Callable[[], str]) -> bool:
    """True when the text around is about what the form asks for."""
    if form.about and not _mentions(form.about, stretch, around):
        return False
    return not (form.not_about and _mentions(form.not_about, stretch, around))


def _mentions(words: frozenset[str], stretch: str, around: Callable[[], str]) -> bool:
    return any(word in stretch for word in words) or any(word in around() for word in words)


def _hull(form: Form, stretch: _Stretch, text: str) -> Span | None:
    if any(_find(chain, stretch.hits, text, 0) is not None for chain in form.none):
        return None
    chosen: list[tuple[int, int]] = []
    reached = 0
    said = list(_said(form, stretch, text))
    for group in form.groups:
        found = [place for chain in group if (place := _find(chain, said, text, reached)) is not None]
        if not found:
            return None
        chosen.append(min(found))
        reached = chosen[-1][1] if form.ordered else 0
    return Span(min(start for start, _ in chosen), max(end for _, end in chosen))


def _said(form: Form, stretch: _Stretch, text: str) -> Iterator[Hit]:
    """The claimed hits on the form's own words: not negated, unless by one of these words (尚未, 没有)."""
    own = [hit for hit in stretch.claimed if hit[2] in form.words]
    for hit in own:
        before = hit[0] - 1
        negated = text[max(before, 0) : hit[0]] in _NEGATING
        if (not negated or any(other[0] <= before < other[1] for other in own)) and not _is_asked(hit, text):
            yield hit


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

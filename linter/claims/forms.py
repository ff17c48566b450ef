"""Wordings as data: a form matches where one alternative of each of its groups stands in the same stretch of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from linter.text import Span

Hit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to word ``key``.

    ``groups``: of each, one alternative must stand in the stretch, in this order when ``ordered``.
    ``none``: words that must not stand there. ``about``: one must stand there or in what surrounds the sentence.
    The stretch ("within") is a "clause" (between commas and semicolons), a clause or two neighbouring ones ("pair"),
    or the whole "sentence".
    """

    key: str
    groups: tuple[frozenset[str], ...]
    none: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    within: str = "clause"
    ordered: bool = False


def parse_form(key: str, raw: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> Form:
    """A form from its JSON. A word that starts with @ stands for the list of that name. Raises KeyError for no such."""
    return Form(
        key,
        tuple(_words(group, lists) for group in raw["all"]),
        _words(raw.get("none", ()), lists),
        _words(raw.get("about", ()), lists),
        raw.get("within", "clause"),
        raw.get("ordered", False),
    )


def _words(raw: Iterable[str], lists: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(word for name in raw for word in (lists[name[1:]] if name.startswith("@") else [name]))


class FormTable:
    """Forms, compiled: one pass over a sentence finds the words of all of them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_word: dict[str, list[Form]] = {}
        words: set[str] = set()
        for form in forms:
            words |= form.none.union(*form.groups)
            for word in form.groups[0]:
                self._by_word.setdefault(word, []).append(form)
        self._words = sorted(words)
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)

    def matches(self, text: str, sentence: Span, around: Callable[[], str]) -> Iterator[tuple[Form, Span]]:
        """Every form that matches in the sentence, with the hull of its words; of one key the first match only.

        ``around`` gives the text a form's ``about`` is looked for in; it is called only when a form asks for it.
        """
        part = sentence.cut(text)
        hits = [
            (start, end, self._words[index])
            for index, start, end in self._automaton.find_matches_as_indexes(part, overlapping=True)
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        forms = dict.fromkeys(form for _, _, word in hits for form in self._by_word.get(word, ()))
        stretches = _stretches(part, hits) if forms else {}
        found: set[str] = set()
        for form in forms:
            for stretch, inside in stretches[form.within]:
                span = None if form.key in found else _hull(form, inside)
                if span is not None and (not form.about or _mentions(form.about, stretch, around)):
                    found.add(form.key)
                    yield form, Span(sentence.start + span.start, sentence.start + span.end)


def _stretches(part: str, hits: Sequence[Hit]) -> Mapping[str, list[tuple[str, list[Hit]]]]:
    cuts = list(_clauses(part))
    pairs = [(start, end) for (start, _), (_, end) in pairwise(cuts)]

    def of(spans: Sequence[tuple[int, int]]) -> list[tuple[str, list[Hit]]]:
        inside = ((part[start:end], [hit for hit in hits if start <= hit[0] and hit[1] <= end]) for start, end in spans)
        return [stretch for stretch in inside if stretch[1]]

    return {"sentence": [(part, list(hits))], "clause": of(cuts), "pair": of([*cuts, *pairs])}


def _clauses(part: str) -> Iterator[tuple[int, int]]:
    start = 0
    for offset, char in enumerate(part + ","):
        if char in ",;" and not (part[offset - 1 : offset].isdigit() and part[offset + 1 : offset + 2].isdigit()):
            yield start, offset
            start = offset + 1


def _mentions(words: frozenset[str], stretch: str, around: Callable[[], str]) -> bool:
    return any(word in stretch for word in words) or any(word in around() for word in words)


def _hull(form: Form, hits: Sequence[Hit]) -> Span | None:
    if any(word in form.none for _, _, word in hits):
        return None
    chosen: list[Hit] = []
    reached = 0
    for group in form.groups:
        hit = next((hit for hit in hits if hit[2] in group and (not form.ordered or hit[0] >= reached)), None)
        if hit is None:
            return None
        chosen.append(hit)
        reached = hit[1]
    return Span(min(hit[0] for hit in chosen), max(hit[1] for hit in chosen))

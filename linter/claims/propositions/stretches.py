"""The parts of a sentence in which a form may match: clauses, two of them, the sentence; each with the words in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

Hit = tuple[int, int, str]
"""Where a word starts and ends in the sentence, and the word."""

# 除新生儿等特殊人群外,要等…: what is excepted is not spoken of.
_EXCEPTED = re.compile("除了?[^,。;]{1,20}?(?:以外|之外|外)")
# A clause without a predicate, and one that begins with its predicate: the second is said of the first.
_BARE_SUBJECT = re.compile("\\s*[^,;。不没未无能会可须必要应得是有才都也就均仅只已将了吗和与、:]{2,10}\\s*")
_NO_SUBJECT = re.compile(
    "\\s*(?:也|都|必|须|应|要|得|可|能|不|没|无|会|就|均|只|仅|才|一律|是|属|算|同样|照样|全|将|已|还|到|年底|每)"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence. ``hits``: the words in it; ``claimed``: those of them that no exception takes out."""

    text: str
    hits: Sequence[Hit]
    claimed: Sequence[Hit]
    words: frozenset[str]


class Stretches(dict[str, list[Stretch]]):
    """The stretches of a sentence by their kind, each kind cut when a form first asks for it."""

    def __init__(self, part: str, hits: Sequence[Hit]) -> None:
        super().__init__()
        self._part = part
        self._hits = hits

    def __missing__(self, kind: str) -> list[Stretch]:
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


def _stretch(part: str, span: tuple[int, int], hits: Sequence[Hit], excepted: Sequence[tuple[int, int]]) -> Stretch:
    start, end = span
    first, last = bisect_left(hits, start, key=itemgetter(0)), bisect_left(hits, end, key=itemgetter(0))
    inside = [hit for hit in hits[first:last] if hit[1] <= end]
    claimed = [hit for hit in inside if not any(a <= hit[0] < b for a, b in excepted)] if excepted else inside
    return Stretch(part[start:end], inside, claimed, frozenset(word for _, _, word in claimed))


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

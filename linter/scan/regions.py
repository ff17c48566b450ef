"""Places in the text: raw name hits judged, neighbours joined, ambiguous names settled by what stands around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from linter.scan.region_lookalikes import Lookalikes
from linter.scan.tokens import RegionToken
from linter.text import Span
from reference.regions import RegionTable

_LONGEST_NAME = 15
_LONGEST_STEM = 4
_SHORTEST_NAME = 2
# What may stand between a place and a place inside it: 四川 成都, 四川·成都.
_JOINTS = frozenset({"", " ", "\u3000", "·", "・"})
_ENUMERATOR = "、"


def region_names(table: RegionTable) -> Mapping[str, tuple[str, ...]]:
    """All names to look for, with the codes they may mean."""
    return table.names()


def accept_region_hits(text: str, hits: Sequence[tuple[int, int, str]], table: RegionTable) -> tuple[RegionToken, ...]:
    """The places among raw name hits ``(start, end, name)``, which are in text order and do not overlap.

    Lookalikes are dropped. A place followed by a place inside it is one token with the narrower code (四川省成都市).
    A name several places share keeps all its codes, higher levels first, unless a place around one of them, named
    beside it or earlier, settles it.
    """
    lookalikes = Lookalikes.load()
    places = _joined(text, _Reader(text, table, lookalikes).read(hits), table)
    named = frozenset(code for place in places if not place.doubtful for code in place.codes)
    earlier: dict[str, None] = {}
    tokens: list[RegionToken] = []
    for place, listed in zip(places, _listed(text, places), strict=True):
        if place.doubtful and not _supported(text, place, listed, named, table, lookalikes):
            continue
        codes = _settled(place.codes, earlier, table)
        if len(codes) == 1:
            # Taken out first, so that the last one named stands last.
            earlier.pop(codes[0], None)
            earlier[codes[0]] = None
        tokens.append(RegionToken(Span(place.start, place.end), codes))
    return tuple(tokens)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    name: str
    codes: tuple[str, ...]
    doubtful: bool = False


class _Reader:
    """Turns raw hits into places: skips lookalikes, looks again under them, and reads on behind a place."""

    def __init__(self, text: str, table: RegionTable, lookalikes: Lookalikes) -> None:
        self._text = text
        self._table = table
        self._names = table.names()
        self._lookalikes = lookalikes

    def read(self, hits: Sequence[tuple[int, int, str]]) -> Iterator[_Place]:
        done = 0
        for start, end, name in hits:
            for place in self._hit(start, end, name, done):
                yield place
                done = place.end
                while inner := self._stem_behind(place):
                    yield inner
                    place, done = inner, inner.end

    def _hit(self, start: int, end: int, name: str, done: int) -> Iterator[_Place]:
        if start >= done and self._sound(start, name, done):
            yield self._place(start, name)
            return
        # 参保山东: 保山 was hit first and hid 山东. 海口市场: the shorter name is the right one.
        position = max(start if self._cut(end, name) else start + 1, done)
        while position < end:
            found = self._longest_at(position, done)
            if found is None:
                position += 1
                continue
            yield found
            position = done = found.end

    def _longest_at(self, position: int, done: int) -> _Place | None:
        for name in self._names_at(position, _SHORTEST_NAME):
            if self._sound(position, name, done):
                return self._place(position, name)
        return None

    def _sound(self, start: int, name: str, done: int) -> bool:
        end = start + len(name)
        if self._cut(end, name) or self._lookalikes.disguised(self._text, start, name, done):
            return False
        # 唐山路南区: what looks like a street is the district.
        return not self._lookalikes.namesake(self._text, end, name) or self._child_at(end, self._names[name])

    def _cut(self, end: int, name: str) -> bool:
        # 济南市中区 is 济南 and 市中区.
        return self._lookalikes.cut(self._text, end, name) or (
            name.endswith("市") and self._child_at(end - 1, self._names[name])
        )

    def _place(self, start: int, name: str) -> _Place:
        return _Place(start, start + len(name), name, self._names[name], self._lookalikes.needs_support(name))

    def _stem_behind(self, place: _Place) -> _Place | None:
        """江苏昆山, 长沙望城: the county of a stem that stands right behind its province or city."""
        text, start = self._text, place.end
        for length in range(min(_LONGEST_STEM, len(text) - start), _SHORTEST_NAME - 1, -1):
            stem = text[start : start + length]
            codes = _inside(self._table.stems.get(stem, ()), place.codes, self._table)
            if not codes or stem in self._lookalikes.not_a_stem or self._lookalikes.disguised(text, start, stem, start):
                continue
            # A full name there is a hit of its own: 成都锦江区. 河北承德 is the city, not its county.
            if self._lookalikes.namesake(text, start + length, stem) or any(self._names_at(start, length + 1)):
                return None
            if _inside(self._names.get(stem, ()), place.codes, self._table):
                return None
            return _Place(start, start + length, stem, codes)
        return None

    def _child_at(self, position: int, codes: Sequence[str]) -> bool:
        return any(_inside(self._names[name], codes, self._table) for name in self._names_at(position, _SHORTEST_NAME))

    def _names_at(self, position: int, shortest: int) -> Iterator[str]:
        """The spellings that start there, longest first."""
        longest = min(_LONGEST_NAME, len(self._text) - position)
        for length in range(longest, shortest - 1, -1):
            name = self._text[position : position + length]
            if name in self._names:
                yield name


def _joined(text: str, places: Iterator[_Place], table: RegionTable) -> list[_Place]:
    chains: list[_Place] = []
    for place in places:
        last = chains[-1] if chains else None
        if last is not None and text[last.end : place.start] in _JOINTS:
            codes = _inside(place.codes, last.codes, table)
            if codes:
                chains[-1] = _Place(last.start, place.end, place.name, codes)
                continue
        chains.append(place)
    return chains


def _inside(codes: Sequence[str], places: Sequence[str], table: RegionTable) -> tuple[str, ...]:
    """The codes that lie in one of the places and are not that place."""
    return tuple(code for code in codes if any(code != place and table.within(code, place) for place in places))


def _listed(text: str, places: Sequence[_Place]) -> list[bool]:
    """西安、安康、商洛: whether each place stands in a list with one that is beyond doubt."""
    lists: list[list[_Place]] = []
    for place in places:
        if lists and text[lists[-1][-1].end : place.start] == _ENUMERATOR:
            lists[-1].append(place)
        else:
            lists.append([place])
    return [not all(member.doubtful for member in members) for members in lists for _ in members]


def _supported(
    text: str, place: _Place, listed: bool, named: Collection[str], table: RegionTable, lookalikes: Lookalikes
) -> bool:
    if not lookalikes.needs_parent(place.name) and (listed or text.startswith(lookalikes.trade_words, place.end)):
        return True
    before = text[place.start - 1 : place.start]
    at_edge = not "\u4e00" <= before <= "\u9fff" or before in lookalikes.left_edges
    return at_edge and any(table.within(code, around) for code in place.codes for around in named)


def _settled(codes: tuple[str, ...], earlier: Mapping[str, None], table: RegionTable) -> tuple[str, ...]:
    """Only the codes that the nearest earlier place around one of them leaves."""
    if len(codes) > 1:
        for around in reversed(list(earlier)):
            left = tuple(code for code in codes if table.within(code, around))
            if left and left != codes:
                return left
    return codes

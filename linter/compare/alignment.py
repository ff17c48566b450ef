"""Which fact of the new text was which of the old one: equal ones first, then those that differ least."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from linter.compare.facts import Fact
from linter.compare.figures import FIGURE

VALUE = "value"
_ORDER = ("changed", "added", "removed")
# A sentence that shares this much with another is the same one, edited.
_ALIKE = 0.6
# How many candidates a fact is held against: a text may hold thousands of figures of a kind.
_MOST = 50
# Of these an article states several side by side: another one is not a changed one.
_SIDE_BY_SIDE = frozenset({FIGURE, "citation", "term"})


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is gone (no ``new``), new (no ``old``), or differs between the two."""

    old: Fact | None
    new: Fact | None

    @property
    def what(self) -> str:
        """added, removed or changed."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def differs(self) -> tuple[str, ...]:
        """What of a changed fact differs: "value", or the names of slots."""
        if self.old is None or self.new is None:
            return ()
        value = (VALUE,) if self.old.value != self.new.value else ()
        # Of a figure whose meaning is not known the slots are not known either.
        if FIGURE in (self.old.kind, self.new.kind):
            return value
        return (*value, *sorted({name for name, _ in {*self.old.slots} ^ {*self.new.slots}}))


def changes(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[Change, ...]:
    """What became of the old facts and where the new ones come from, the changed ones first, each sort in order of
    its text.

    A fact that is said as often as before, or more or less often, is no change, wherever it stands.
    """
    rest = _Rest(list(old), list(new))
    for key in (lambda fact: (fact.key, fact.value, fact.frame), lambda fact: (fact.key, fact.value)):
        rest.paired(key)
    pairs = [
        *rest.paired(lambda fact: (fact.key, fact.frame)),
        *rest.paired(lambda fact: None if fact.kind in _SIDE_BY_SIDE else fact.key),
        *rest.nearest(lambda fact: fact.key, _alike),
        *rest.paired(lambda fact: (fact.kind, fact.about, fact.frame)),
        *rest.nearest(lambda fact: (fact.kind, fact.about, fact.value), _in_one_slot),
        *rest.paired(_as_written),
    ]
    known = ({(fact.key, fact.value) for fact in old}, {(fact.key, fact.value) for fact in new})
    found = [change for change in (Change(*pair) for pair in pairs) if change.differs]
    found += [Change(fact, None) for fact in rest.old if (fact.key, fact.value) not in known[1]]
    found += [Change(None, fact) for fact in rest.new if (fact.key, fact.value) not in known[0]]
    return tuple(sorted(found, key=_place))


def _place(change: Change) -> tuple[int, int]:
    fact = change.new or change.old
    return _ORDER.index(change.what), fact.span.start if fact else 0


@dataclass(slots=True)
class _Rest:
    """The facts that have no counterpart yet."""

    old: list[Fact]
    new: list[Fact]

    def paired(self, key: Callable[[Fact], Hashable]) -> list[tuple[Fact, Fact]]:
        """Take out the pairs of equal key, in the order of the texts; facts whose key is ``None`` stay."""
        waiting: dict[Hashable, deque[Fact]] = defaultdict(deque)
        for fact in self.new:
            waiting[key(fact)].append(fact)
        waiting.pop(None, None)
        return self._taken([(fact, waiting[key(fact)].popleft()) for fact in self.old if waiting[key(fact)]])

    def nearest(self, key: Callable[[Fact], Hashable], score: Callable[[Fact, Fact], float]) -> list[tuple[Fact, Fact]]:
        """Take out the pairs of equal key that score best, and well enough."""
        pairs, waiting = [], defaultdict(list)
        for fact in self.new:
            waiting[key(fact)].append(fact)
        for fact in self.old:
            near = [(score(fact, each), each) for each in waiting[key(fact)][:_MOST]]
            best, found = max(near, key=lambda pair: pair[0], default=(0.0, fact))
            if best >= _ALIKE:
                pairs.append((fact, found))
                waiting[key(fact)].remove(found)
        return self._taken(pairs)

    def _taken(self, pairs: list[tuple[Fact, Fact]]) -> list[tuple[Fact, Fact]]:
        olds, news = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
        self.old = [fact for fact in self.old if id(fact) not in olds]
        self.new = [fact for fact in self.new if id(fact) not in news]
        return pairs


def _as_written(fact: Fact) -> Hashable:
    """Its sentence and sort of figure, for a number whose meaning only one of the versions lets know: 12333 is known
    as a hotline, 12393 in its place perhaps not. ``None`` for facts that are no single figure."""
    if fact.kind == "hotline":
        return "phone ", fact.frame
    if fact.kind == "value":
        return f"figure {fact.value.partition('|')[2]}", fact.frame
    return (fact.about, fact.frame) if fact.kind == FIGURE else None


def _alike(old: Fact, new: Fact) -> float:
    """How much the sentences have in common, from 0 to 1."""
    return SequenceMatcher(None, old.frame, new.frame, autojunk=False).ratio()


def _in_one_slot(old: Fact, new: Fact) -> float:
    return float(len(Change(old, new).differs) == 1)

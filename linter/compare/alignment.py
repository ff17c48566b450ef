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
        names = sorted({name for name, _ in {*self.old.slots} ^ {*self.new.slots}})
        return (*([VALUE] if self.old.value != self.new.value else []), *names)


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
        *rest.alike(),
        *rest.paired(lambda fact: (fact.kind, fact.about, fact.frame)),
        *rest.moved_in_a_slot(),
    ]
    known = ({(fact.key, fact.value) for fact in old}, {(fact.key, fact.value) for fact in new})
    found = [Change(*pair) for pair in pairs]
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

    def alike(self) -> list[tuple[Fact, Fact]]:
        """Take out the pairs about the same in sentences that are nearly the same."""
        pairs, free = [], list(self.new)
        for fact in self.old:
            best = max((each for each in free if each.key == fact.key), key=_alike_to(fact), default=None)
            if best is not None and _alike_to(fact)(best) >= _ALIKE:
                pairs.append((fact, best))
                free.remove(best)
        return self._taken(pairs)

    def moved_in_a_slot(self) -> list[tuple[Fact, Fact]]:
        """Take out the pairs that say the same of another time, place or payer: one slot differs."""
        pairs, free = [], list(self.new)
        for fact in self.old:
            for each in free:
                same = (fact.kind, fact.about, fact.value) == (each.kind, each.about, each.value)
                if same and len(Change(fact, each).differs) == 1:
                    pairs.append((fact, each))
                    free.remove(each)
                    break
        return self._taken(pairs)

    def _taken(self, pairs: list[tuple[Fact, Fact]]) -> list[tuple[Fact, Fact]]:
        olds, news = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
        self.old = [fact for fact in self.old if id(fact) not in olds]
        self.new = [fact for fact in self.new if id(fact) not in news]
        return pairs


def _alike_to(fact: Fact) -> Callable[[Fact], float]:
    return lambda other: SequenceMatcher(None, fact.frame, other.frame, autojunk=False).ratio()

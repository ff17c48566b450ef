"""The base that the amounts themselves speak for, where the sentence names none of its own.

按7000元 … 上限24762元 … 养老16%,1120元、失业0.7%,49元: two amounts that are right on 7000 are not wrong on 24762.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.claims.calculations.consistency import tolerance
from linter.claims.context.bases import Bases
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# 5000元工资: two amounts that are right on a wage need no third.
_WAGE_BEHIND = re.compile("(?:/月)?(?:的)?(?:月)?(?:工资|薪水|薪资|月薪|底薪|收入|基数)")
LEAST_BASE = 1000
_SOME = 2
# So many amounts must agree on a figure that is nowhere called the base.
_MANY = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A rate with the amount that stands beside it."""

    sentence: Sentence
    rate: Quantity
    amount: Quantity


def with_bases(reading: Reading, bases: Bases, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Quantity]]:
    """Each pair with the base it rests on; pairs without one are left out."""
    by_place: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_place.setdefault(_place(reading, bases, pair.sentence), []).append(pair)
    for start, found in by_place.items():
        lacking = [pair for pair in found if not bases.within(Span(start, pair.sentence.span.end))]
        voted = _voted(reading, bases, lacking)
        for pair in found:
            base = voted if voted is not None and pair in lacking else bases.of_sentence(pair.sentence)
            if base is not None:
                yield pair, base


def _place(reading: Reading, bases: Bases, sentence: Sentence) -> int:
    """Where the list of a sentence starts; a paragraph right behind a list goes on with it."""
    blocks, at = reading.document.sections[sentence.section].blocks, sentence.block
    behind = at and blocks[at].kind is BlockKind.PARAGRAPH and blocks[at - 1].kind is BlockKind.ITEM
    item = reading.sentence_at(blocks[at - 1].span) if behind else None
    return bases.introduced(sentence if item is None else item)


def _voted(reading: Reading, bases: Bases, pairs: list[Pair]) -> Quantity | None:
    """The figure of the section on which more amounts of the block are right than on the base that was bound."""
    if len(pairs) < _SOME:
        return None
    bound = bases.of_sentence(pairs[0].sentence)
    best = max(_candidates(reading, pairs), key=lambda figure: votes(figure, pairs), default=None)
    if best is None:
        return None
    agreed = votes(best, pairs)
    if bound is None:
        enough = _SOME if _WAGE_BEHIND.match(reading.text, best.span.end) else _MANY
        return best if agreed >= enough and len(pairs) - agreed <= 1 else None
    return best if agreed >= _SOME and agreed > votes(bound, pairs) else None


def _candidates(reading: Reading, pairs: list[Pair]) -> list[Quantity]:
    """Money as high as a wage that stands before the last of the amounts in its section."""
    section = reading.document.sections[pairs[0].sentence.section].span
    amounts = {pair.amount.span.start for pair in pairs}
    before = Span(section.start, max(pair.amount.span.start for pair in pairs))
    return [
        figure
        for figure in reading.quantities_in(before)
        if figure.unit is Unit.YUAN and not figure.is_range and figure.value >= LEAST_BASE
        if figure.span.start not in amounts
    ]


def votes(base: Quantity, pairs: Sequence[Pair]) -> int:
    """How many different rates give their amounts on this base."""
    return len({pair.rate.values for pair in pairs if not pair.rate.is_range and right(base, pair)})


def right(base: Quantity, pair: Pair) -> bool:
    """True when the amount is the product of its rate and the base."""
    return abs(base.value * pair.rate.value / 100 - pair.amount.value) <= tolerance(pair.amount)

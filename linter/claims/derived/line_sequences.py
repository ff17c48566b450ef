"""Lines that go up by one step, of which one breaks it: 2030年 15年6个月 / 2031年 16年 / … / 2040年 20年."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from linter.claims.context.amounts import is_exact
from linter.claims.context.reading import Reading
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.document import Block, BlockKind
from linter.scan.tokens import Quantity, Unit

_NUMBER = re.compile("[0-9]+(?:[.][0-9]+)?")
_NAMES_LATER = 12
# Rules set times by steps; rates and amounts of years are what they happened to be.
_SET_BY_STEPS = frozenset({Unit.MONTHS, Unit.AGE})
# The last line may begin another rule: only many lines before it make it wrong.
_FEWEST, _FEWEST_BEFORE_LAST = 3, 5


class _Line(NamedTuple):
    name: Decimal
    value: Quantity


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The value of the only line that is not as far from the line before it as all others are."""
    for section in reading.document.sections:
        run: list[_Line] = []
        for block in (*section.blocks, None):
            line = None if block is None else _line(reading, block)
            if line is not None and (not run or _goes_on(run[-1], line)):
                run.append(line)
                continue
            yield from _broken(reading, run)
            run = [] if line is None else [line]


def _line(reading: Reading, block: Block) -> _Line | None:
    figures = reading.quantities_in(block.span)
    number = _NUMBER.search(reading.text, block.span.start, block.span.end)
    if block.kind is BlockKind.HEADING or number is None or not 1 <= len(figures) <= 2:
        return None
    value = figures[-1]
    apart = number.end() <= value.span.start and number.start() - block.span.start <= _NAMES_LATER
    stepped = apart and is_exact(value) and value.unit in _SET_BY_STEPS
    return _Line(Decimal(number.group()), value) if stepped else None


def _goes_on(before: _Line, line: _Line) -> bool:
    return before.value.unit is line.value.unit and before.name < line.name


def _broken(reading: Reading, run: Sequence[_Line]) -> Iterator[DerivedClaim]:
    if len(run) <= _FEWEST:
        return
    slopes = [(other.value.value - one.value.value) / (other.name - one.name) for one, other in pairwise(run)]
    slope, _ = Counter(slopes).most_common(1)[0]
    starts = Counter(line.value.value - slope * line.name for line in run)
    start, agreeing = starts.most_common(1)[0]
    wrong = [line for line in run if line.value.value - slope * line.name != start]
    if not slope or len(wrong) != 1 or agreeing < _FEWEST:
        return
    at = run.index(wrong[0])
    if at in (0, len(run) - 1) and agreeing < _FEWEST_BEFORE_LAST:
        return
    near = run[at - 1] if at else run[1]
    step = slope * (wrong[0].name - near.name)
    sentence = reading.sentence_at(wrong[0].value.span)
    if sentence is not None:
        follows = Calculation("add", (near.value, step))
        scope = reading.scope(wrong[0].value.span, sentence)
        yield DerivedClaim(wrong[0].value.span, sentence.span, scope, wrong[0].value, follows, False)

"""Lines that are rows of a table not laid out as one: 60%档 4588元 每月917.6元 / 100%档 7646元 每月1529.2元 / …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from linter.claims.calculations.slips import digit_off, exchanged, transposed
from linter.claims.context.amounts import is_plain_sum
from linter.claims.context.reading import Reading
from linter.claims.contributions.tiers import extract as extract_tiers
from linter.claims.model import ColumnClaim
from linter.document import Block, BlockKind, Section
from linter.scan.tokens import Quantity, Unit

_Row = Sequence[Quantity]
# 全年14681元 is held against the month's amount elsewhere.
_A_YEAR = re.compile("[全一每]年$")
_FEWEST, _MANY, _MOST_COLUMNS = 4, 5, 4
# So near is a share that was rounded to the cent or the yuan.
_PLACES, _NEAR = 3, Decimal("0.0005")


def extract(reading: Reading) -> Iterator[ColumnClaim]:
    """The amounts of neighbouring lines of which one is the same share of another in all lines but one."""
    told = {token.span for claim in reading.once(extract_tiers) for pair in claim.tiers for token in pair}
    found = {claim.result.span: claim for claim in _lines(reading)}
    yield from (claim for place, claim in found.items() if place not in told)


def _lines(reading: Reading) -> Iterator[ColumnClaim]:
    for section in reading.document.sections:
        yield from _rated(reading, section)
        rows = [_row(reading, block) for block in section.blocks]
        for width, same in groupby(rows, key=len):
            run = list(same)
            if width > 1 and len(run) >= _FEWEST:
                for left, right in combinations(range(width), 2):
                    yield from _column(reading, [(row[left], row[right]) for row in run])


def _rated(reading: Reading, section: Section) -> Iterator[ColumnClaim]:
    """20%档 … 300%档, 3% … 45%: amounts of neighbouring lines, each its line's rate of one and the same sum."""
    rows = [_of_rate(reading, block) for block in section.blocks]
    for width, same in groupby(rows, key=len):
        run = list(same)
        if width > 1 and len(run) >= _FEWEST:
            found = (_by_rate(reading, [(row[0], row[at]) for row in run]) for at in range(1, width))
            yield from next((claims for claims in found if claims), ())  # what rests on a wrong figure is wrong as well


def _of_rate(reading: Reading, block: Block) -> _Row:
    """The only rate of a line, and the amounts behind it."""
    if block.kind in (BlockKind.HEADING, BlockKind.ROW):
        return ()
    figures = reading.quantities_in(block.span)
    rates = [token for token in figures if token.unit is Unit.PERCENT and not token.is_range]
    money = [token for token in figures if is_plain_sum(reading, token) and token.value > 0]
    money = [token for token in money if not _A_YEAR.search(reading.text, block.span.start, token.span.start)]
    plain = len(rates) == 1 and rates[0].value and all(rates[0].span.end <= token.span.start for token in money)
    return [*rates, *money] if plain and 0 < len(money) < _MOST_COLUMNS else ()


def _by_rate(reading: Reading, pairs: Sequence[tuple[Quantity, Quantity]]) -> Sequence[ColumnClaim]:
    """The one amount that is no such share, where so many others are that it can be nothing else, or a slip."""
    wholes = sorted(right.value / left.value for left, right in pairs)
    middle = wholes[len(wholes) // 2]
    right_ones = [pair for pair in pairs if abs(pair[1].value / pair[0].value / middle - 1) < _NEAR]
    wrong = [pair for pair in pairs if pair not in right_ones]
    if len(wrong) != 1 or len({left.value for left, _ in pairs}) < len(pairs):
        return ()
    (left, right), most = wrong[0], max(right_ones, key=lambda pair: pair[1].value)
    whole = most[1].value / most[0].value
    slip = transposed(right.value, left.value * whole) or digit_off(right.value, left.value * whole, _PLACES)
    sentence = reading.sentence_at(right.span)
    if sentence is None or not (slip or len(right_ones) >= _MANY):
        return ()
    scope = reading.scope(right.span, sentence)
    return [ColumnClaim(right.span, sentence.span, scope, (left,), right, whole, len(right_ones))]


def _row(reading: Reading, block: Block) -> _Row:
    """The amounts of a line; none for a heading and for a line with many."""
    if block.kind in (BlockKind.HEADING, BlockKind.ROW):
        return ()
    money = [token for token in reading.quantities_in(block.span) if is_plain_sum(reading, token) and token.value > 0]
    return money if 1 < len(money) <= _MOST_COLUMNS else ()


def _column(reading: Reading, pairs: Sequence[tuple[Quantity, Quantity]]) -> Iterator[ColumnClaim]:
    """The one result that is a slip of the hand away from the share of all others."""
    shares = [right.value / left.value for left, right in pairs]
    share, agreeing = Counter(round(each, _PLACES) for each in shares).most_common(1)[0]
    wrong = [pair for pair, each in zip(pairs, shares, strict=True) if abs(each - share) >= _NEAR]
    varied = len({left.value for left, _ in pairs}) == len(pairs)
    if len(wrong) != 1 or agreeing < len(pairs) - 1 or not varied or not share:
        return
    left, right = wrong[0]
    slips = (slip(right.value, left.value * share) for slip in (transposed, exchanged))
    sentence = reading.sentence_at(right.span)
    if sentence is not None and (any(slips) or digit_off(right.value, left.value * share, _PLACES)):
        scope = reading.scope(right.span, sentence)
        yield ColumnClaim(right.span, sentence.span, scope, (left,), right, share, agreeing)

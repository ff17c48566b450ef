"""Lines that are rows of a table not laid out as one: 60%档 4588元 每月917.6元 / 100%档 7646元 每月1529.2元 / …"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from linter.claims.calculations.slips import digit_off, exchanged, transposed
from linter.claims.context.amounts import is_plain_sum
from linter.claims.context.reading import Reading
from linter.claims.model import ColumnClaim
from linter.document import Block, BlockKind
from linter.scan.tokens import Quantity

_Row = Sequence[Quantity]
_FEWEST, _MOST_COLUMNS = 4, 4
# So near is a share that was rounded to the cent or the yuan.
_PLACES, _NEAR = 3, Decimal("0.0005")


def extract(reading: Reading) -> Iterator[ColumnClaim]:
    """The amounts of neighbouring lines of which one is the same share of another in all lines but one."""
    for section in reading.document.sections:
        rows = [_row(reading, block) for block in section.blocks]
        for width, same in groupby(rows, key=len):
            run = list(same)
            if width > 1 and len(run) >= _FEWEST:
                for left, right in combinations(range(width), 2):
                    yield from _column(reading, [(row[left], row[right]) for row in run])


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

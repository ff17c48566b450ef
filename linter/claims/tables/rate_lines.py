"""Lines or rows that begin with a rate and go on with amounts: 60%   4460元   892.00元/月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.claims.context.amounts import is_exact
from linter.claims.context.reading import Reading
from linter.document import Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_INDENT = 2


class RateLine(NamedTuple):
    """The rate that a line begins with, its amounts, and where the rate stands."""

    rate: Decimal
    amounts: Sequence[Quantity]
    span: Span


def rate_lines(reading: Reading, section: Section, end: int) -> Iterator[RateLine]:
    """The lines of a section up to ``end``."""
    for block in section.blocks:
        if block.span.end > end:
            return
        figures = [token for token in reading.quantities_in(block.span) if is_exact(token)]
        if len(figures) < len(("rate", "amount")) or figures[0].unit is not Unit.PERCENT:
            continue
        amounts = [token for token in figures[1:] if token.unit in _MONEY and not token.approximate]
        if amounts and figures[0].span.start - block.span.start <= _INDENT:
            yield RateLine(figures[0].value, amounts, figures[0].span)

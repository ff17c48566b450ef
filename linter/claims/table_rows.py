"""Tables whose columns obey a rule of arithmetic: a constant factor between two columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from linter.claims.model import ColumnClaim
from linter.claims.reading import Reading
from linter.document import Table
from linter.scan.tokens import Quantity, Unit

# So many rows must agree before a row that does not is called wrong.
_ENOUGH = 3
_NUMERIC = frozenset({Unit.NONE, Unit.YUAN, Unit.MONTHS, Unit.DAYS, Unit.TIMES, Unit.COUNT})


def extract(reading: Reading) -> Iterator[ColumnClaim]:
    """Rows that break the constant factor which all other rows of their table keep."""
    for section_index, section in enumerate(reading.document.sections):
        for table in section.tables:
            columns = _columns(reading, table)
            for left, right in permutations(columns, 2):
                yield from _proportional(reading, section_index, columns[left], columns[right])


def _columns(reading: Reading, table: Table) -> dict[int, dict[int, Quantity]]:
    """Column number to row number to the only figure of that cell."""
    columns: dict[int, dict[int, Quantity]] = {}
    for row in table.rows[1:]:
        for cell in row:
            figures = reading.quantities_in(cell.span)
            if len(figures) == 1 and not figures[0].is_range and figures[0].unit in _NUMERIC:
                columns.setdefault(cell.column, {})[cell.row] = figures[0]
    return columns


def _proportional(
    reading: Reading, section: int, left: dict[int, Quantity], right: dict[int, Quantity]
) -> Iterator[ColumnClaim]:
    """Right is a whole multiple of left in all rows but one."""
    rows = [row for row in left if row in right and left[row].value and right[row].value]
    factors = {row: right[row].value / left[row].value for row in rows}
    if not factors:
        return
    factor, agreeing = Counter(factors.values()).most_common(1)[0]
    broken = [row for row in rows if factors[row] != factor]
    varied = len({left[row].value for row in rows}) > _ENOUGH
    if agreeing < _ENOUGH or len(broken) > 1 or not varied or factor <= 1 or factor != factor.to_integral_value():
        return
    for row in rows:
        sentence = reading.sentence_at(right[row].span)
        if sentence is not None:
            scope = reading.scope(right[row].span, sentence)
            yield ColumnClaim(right[row].span, sentence.span, scope, left[row], right[row], Decimal(factor), agreeing)

"""Tables whose columns obey a rule of arithmetic: a constant factor, what a heading adds, or the sum of two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations, product

from linter.claims.context.amounts import is_exact
from linter.claims.context.reading import Reading
from linter.claims.model import ColumnClaim
from linter.document import Section, Table
from linter.scan.tokens import Quantity, Unit

_Column = dict[int, Quantity]
"""Row number to the only figure of that row's cell."""
# So many rows must agree before a row that does not is called wrong.
_ENOUGH = 3
# 基数×0.2 is read at a glance, 年缴×0.0833 is not.
_FINEST = Decimal("0.01")
_ADDED = frozenset({Unit.YUAN, Unit.DAYS})
_NUMERIC = frozenset({Unit.NONE, Unit.YUAN, Unit.MONTHS, Unit.DAYS, Unit.TIMES, Unit.COUNT})


def extract(reading: Reading) -> Iterator[ColumnClaim]:
    """The rows of tables in which one column is a multiple of another, or the sum of two, in all rows but one."""
    for section in reading.document.sections:
        for table in section.tables:
            columns = _columns(reading, table)
            multiples = [
                claim
                for left, right in permutations(columns, 2)
                for claim in _proportional(reading, columns[left], columns[right])
            ]
            yield from _blamed(multiples)
            rates = _columns(reading, table, frozenset({Unit.PERCENT}))
            for left, right in product(rates, columns):
                yield from _proportional(reading, rates[left], columns[right], tuple(columns.values()))
            for left, right in permutations(columns, 2):
                yield from _shifted(reading, columns[left], columns[right], _added(reading, section, table, right))
            for total in columns:
                for first, second in combinations([column for column in columns if column != total], 2):
                    yield from _summed(reading, columns[first], columns[second], columns[total])


def _blamed(claims: Sequence[ColumnClaim]) -> Iterator[ColumnClaim]:
    """The claims; a figure that breaks the rule with two others is the wrong one, and calculated from one of them."""
    broken = [claim for claim in claims if claim.given[0].value * (claim.factor or 0) != claim.result.value]
    breaks = Counter(claim.given[0].span for claim in broken)
    turned = {
        claim.given[0].span: back
        for claim in broken
        if breaks[claim.given[0].span] > 1 and (back := _turned(claim)) is not None
    }
    yield from turned.values()
    yield from (claim for claim in claims if not (claim in broken and claim.given[0].span in turned))


def _turned(claim: ColumnClaim) -> ColumnClaim | None:
    """The same rule read the other way round, where that is a plain number: 月缴×5=基数 as 基数×0.2=月缴."""
    inverse = 1 / (claim.factor or Decimal(1))
    if inverse != inverse.quantize(_FINEST):
        return None
    wrong = claim.given[0]
    return replace(claim, span=wrong.span, given=(claim.result,), result=wrong, factor=inverse)


def _added(reading: Reading, section: Section, table: Table, column: int) -> Quantity | None:
    """The only figure of the heading of a column, else of the line above the table: 在98天上再加."""
    heads = [cell.span for cell in table.rows[0] if cell.column == column]
    above = [block.span for block in section.blocks if block.span.end <= table.span.start][-1:]
    for places in (heads, above):
        figures = [token for place in places for token in reading.quantities_in(place)]
        if figures:
            return figures[0] if len(figures) == 1 and figures[0].unit in _ADDED and is_exact(figures[0]) else None
    return None


def _shifted(reading: Reading, left: _Column, right: _Column, added: Quantity | None) -> Iterator[ColumnClaim]:
    """Right is left and what its heading or the line above tells, 加123元后, in all rows but one."""
    rows = [row for row in left if row in right]
    agreeing = 0 if added is None else sum(left[row].value + added.value == right[row].value for row in rows)
    if added is not None and agreeing >= _ENOUGH and len(rows) - agreeing <= 1:
        for row in rows:
            yield from _claim(reading, (left[row], added), right[row], None, agreeing)


def _columns(reading: Reading, table: Table, units: frozenset[Unit] = _NUMERIC) -> dict[int, _Column]:
    """Column number to row number to the only figure of that cell."""
    columns: dict[int, _Column] = {}
    for row in table.rows[1:]:
        for cell in row:
            figures = reading.quantities_in(cell.span)
            if len(figures) == 1 and is_exact(figures[0]) and not figures[0].approximate and figures[0].unit in units:
                columns.setdefault(cell.column, {})[cell.row] = figures[0]
    return {number: _of_one_unit(column) for number, column in columns.items()}


def _of_one_unit(column: _Column) -> _Column:
    """The column without what is counted in another unit than most of it: 60, 80, 3个月."""
    unit, _ = Counter(figure.unit for figure in column.values()).most_common(1)[0]
    return {row: figure for row, figure in column.items() if figure.unit is unit}


def _proportional(
    reading: Reading, left: _Column, right: _Column, others: Sequence[_Column] = ()
) -> Iterator[ColumnClaim]:
    """Right is a whole multiple of left in all rows but one, and none of ``others`` tells why not in that one."""
    rows = [row for row in left if row in right and left[row].value and right[row].value]
    factors = {row: right[row].value / left[row].value for row in rows}
    if not factors:
        return
    factor, agreeing = Counter(factors.values()).most_common(1)[0]
    broken = [row for row in rows if factors[row] != factor]
    varied = len({left[row].value for row in rows}) > _ENOUGH
    if agreeing < _ENOUGH or len(broken) > 1 or not varied or factor <= 1 or factor != factor.to_integral_value():
        return
    if any(_is_another_case(column, broken[0], rows) for column in others if broken):
        return
    if broken and broken[0] == rows[-1] and left[rows[0]].unit is right[rows[0]].unit is Unit.MONTHS:
        return  # 满1年3个月, … 满5年14个月: the last step of a ladder is often capped
    for row in rows:
        yield from _claim(reading, (left[row],), right[row], Decimal(factor), agreeing)


def _is_another_case(column: _Column, row: int, rows: Sequence[int]) -> bool:
    """True for a column with one figure, as a base, in all rows but this one: what is reckoned from it differs too."""
    usual = {column[other].value for other in rows if other != row and other in column}
    return row in column and len(usual) == 1 and column[row].value not in usual


def _summed(reading: Reading, first: _Column, second: _Column, total: _Column) -> Iterator[ColumnClaim]:
    """Total is the sum of the other two in all rows but one."""
    rows = [row for row in total if row in first and row in second]
    broken = [row for row in rows if first[row].value + second[row].value != total[row].value]
    agreeing = len(rows) - len(broken)
    if agreeing < _ENOUGH or len(broken) > 1 or not all(first[row].value and second[row].value for row in rows):
        return
    for row in rows:
        yield from _claim(reading, (first[row], second[row]), total[row], None, agreeing)


def _claim(
    reading: Reading, given: tuple[Quantity, ...], result: Quantity, factor: Decimal | None, agreeing: int
) -> Iterator[ColumnClaim]:
    sentence = reading.sentence_at(result.span)
    if sentence is not None:
        scope = reading.scope(result.span, sentence)
        yield ColumnClaim(result.span, sentence.span, scope, given, result, factor, agreeing)

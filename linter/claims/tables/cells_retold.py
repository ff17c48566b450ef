"""A cell of an insurance and a payer, and what the text tells of the two: 失业,单位48元 … 失业 | 单位 | 84元.

One figure alone may be of another year, place or base. It is believed where several cells of the table are told in the
text just as they are, and the cell is the odd one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.bases import is_base
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import DerivedClaim, ToldTwiceClaim
from linter.claims.model.calculation import Calculation
from linter.claims.tables.table_totals import only_figure
from linter.document import BlockKind, Cell, Section, Table
from linter.scan.tokens import Quantity, Unit

Key = tuple[str, str]
"""A scheme and a payer."""

_PAYERS = frozenset({"employer", "employee"})
_NO_COLUMN = re.compile("基数|工资|收入|年|累计|最高|最低|上限|下限|范围|其中|补贴|返还|划入|计入|账户|去年|原")
_OTHER_CASE = re.compile(
    "如果|若|要是|假如|比如说|原来|以前|之前|去年|上年|下调|降|上限|下限|最高|最低|起|灵活|居民|退休|外地|农村"
)
# These rates are each employer's own, and compared nowhere else; the others CT101 holds against each other.
_OF_EMPLOYERS = frozenset({"injury", "housing_fund"})
_FEWEST, _ROUNDED = 2, Decimal("0.02")


@dataclass(frozen=True, slots=True)
class _Odd:
    """A cell, and the figures of the text whose sum it should be."""

    cell: Quantity
    told: tuple[Quantity, ...]


def extract(reading: Reading) -> Iterator[ToldTwiceClaim | DerivedClaim]:
    """The odd cells of a table, each against the one figure of the text, or against the sum of two."""
    for section in reading.document.sections:
        for table in section.tables:
            cells = _cells(reading, table)
            for unit in (Unit.YUAN, Unit.PERCENT) if cells else ():
                told = _told(reading, section, unit)
                for odd in _odd(cells, told, unit):
                    yield from _claim(reading, odd)
                if unit is Unit.PERCENT:
                    for odd in _nought(cells, told, _told(reading, section, Unit.YUAN)):
                        yield from _claim(reading, odd)


def _claim(reading: Reading, odd: _Odd) -> Iterator[ToldTwiceClaim | DerivedClaim]:
    home = reading.sentence_at(odd.cell.span)
    if home is None:
        return
    place = (odd.cell.span, home.span, reading.scope(odd.cell.span, home))
    if len(odd.told) == 1:
        yield ToldTwiceClaim(*place, odd.told[0], odd.cell)
    else:
        yield DerivedClaim(*place, odd.cell, Calculation("add", odd.told), False)


def _odd(cells: Mapping[Key, Sequence[Quantity]], told: Mapping[Key, Sequence[Quantity]], unit: Unit) -> Iterator[_Odd]:
    agreeing, odd = 0, []
    for (scheme, payer), found in cells.items():
        figures = [figure for figure in found if figure.unit is unit and figure.value]
        parts = [told.get((each, payer), ()) for each in scheme.split("+")]
        if len(figures) != 1 or not all(parts) or any(len({token.value for token in part}) > 1 for part in parts):
            continue
        right = sum((part[0].value for part in parts), Decimal(0))
        rounded = Decimal(0) if unit is Unit.PERCENT else max(figures[0].step, right * _ROUNDED)
        if abs(right - figures[0].value) <= rounded:
            agreeing += 1
        elif unit is Unit.YUAN or scheme in _OF_EMPLOYERS:
            odd.append(_Odd(figures[0], tuple(part[0] for part in parts)))
    if agreeing >= _FEWEST * len(odd):
        yield from odd


def _nought(
    cells: Mapping[Key, Sequence[Quantity]],
    rates: Mapping[Key, Sequence[Quantity]],
    amounts: Mapping[Key, Sequence[Quantity]],
) -> Iterator[_Odd]:
    """Cells of 0元 for what the text says so much per cent are paid of, in a table that agrees with it elsewhere."""
    agreeing = sum(
        any(figure.value and figure.value in {token.value for token in amounts.get(key, ())} for figure in found)
        for key, found in cells.items()
    )
    for key, found in cells.items() if agreeing >= _FEWEST else ():
        told = [rate for rate in rates.get(key, ()) if rate.value]
        if len({rate.value for rate in told}) == 1 and [figure.value for figure in found] == [0]:
            yield _Odd(found[0], (told[0],))


def _cells(reading: Reading, table: Table) -> Mapping[Key, Sequence[Quantity]]:
    """The figures of a table by the scheme of their row and the payer of their column."""
    found: dict[Key, list[Quantity]] = defaultdict(list)
    head = {cell.column: cell.span.cut(reading.text) for cell in (table.rows[0] if table.rows else ())}
    for label, cell in ((row[0], cell) for row in table.rows[1:] for cell in row[1:]):
        figure = only_figure(reading, cell)
        if figure is None or _NO_COLUMN.search(head.get(cell.column, "")):
            continue
        key = _key(reading, figure)
        if key is not None and figure.unit in (Unit.YUAN, Unit.PERCENT):
            found[(_schemes(reading, label) or key[0], key[1])].append(figure)
    return found


def _schemes(reading: Reading, label: Cell) -> str:
    """What a row is of, where it is named by several schemes: 生育/工伤, 工伤+生育."""
    named = {each for term in reading.terms_in(label.span) for each in term.facets.get("scheme", "").split("+")} - {""}
    return "+".join(sorted(named)) if len(named) > 1 else ""


def _told(reading: Reading, section: Section, unit: Unit) -> Mapping[Key, Sequence[Quantity]]:
    found: dict[Key, list[Quantity]] = defaultdict(list)
    operands = [claim.left_span for claim in reading.once(extract_equations) if unit is Unit.YUAN]
    for token in reading.quantities_in(section.span):
        home = reading.sentence_at(token.span)
        if token.unit is not unit or token.is_range or token.bound or token.per == "year" or home is None:
            continue
        row = section.blocks[home.block].kind is BlockKind.ROW
        row = row or any(left.contains(token.span) for left in operands)
        if row or is_base(reading, token) or is_question(reading, home) or is_reported(reading, home, token.span):
            continue
        key = None if _OTHER_CASE.search(home.span.cut(reading.text)) else _key(reading, token)
        if key is not None and "+" not in key[0]:
            found[key].append(token)
    return found


def _key(reading: Reading, token: Quantity) -> Key | None:
    frame = reading.frame(token.span)
    scheme, payer = frame.get("scheme"), frame.get("payer")
    if (
        scheme is None
        or payer is None
        or "aggregate" in frame
        or scheme.value == "social"
        or payer.value not in _PAYERS
    ):
        return None
    return (scheme.value, payer.value)

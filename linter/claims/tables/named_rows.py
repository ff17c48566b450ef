"""The rows of a table by their names, and which of its columns some words name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from linter.claims.context.reading import Reading
from linter.claims.tables.table_totals import is_total_label
from linter.document import Cell, Table
from linter.scan.tokens import Quantity

_FEWEST_ROWS, _SHORTEST_NAME = 3, 2
_BRACKETS = re.compile("\\([^()]*\\)")
_CHINESE = re.compile("[\u4e00-\u9fff]+")


class NamedCell(NamedTuple):
    """The one figure of a cell, under its column's head."""

    head: str
    figure: Quantity


Cells = Mapping[str, Sequence[NamedCell]]


def rows_by_name(reading: Reading, table: Table) -> Cells:
    """By its name, without what stands in brackets, the figures of every row; a name of two rows names neither."""
    rows = [row for row in table.rows if len(row) > 1]
    if len(rows) < _FEWEST_ROWS:
        return {}
    heads = {cell.column: cell.span.cut(reading.text).strip() for cell in rows[0]}
    names = [_BRACKETS.sub("", row[0].span.cut(reading.text)).strip() for row in rows[1:]]
    found: dict[str, list[NamedCell]] = {}
    for name, (_, *cells) in zip(names, rows[1:], strict=True):
        if len(name) < _SHORTEST_NAME or is_total_label(name) or names.count(name) > 1:
            continue
        figures = [(heads.get(cell.column, ""), _figure(reading, cell)) for cell in cells]
        found[name] = [NamedCell(head, figure) for head, figure in figures if figure is not None]
    return {name: cells for name, cells in found.items() if cells}


def _figure(reading: Reading, cell: Cell) -> Quantity | None:
    figures = reading.quantities_in(cell.span)
    exact = len(figures) == 1 and not (figures[0].is_range or figures[0].approximate or figures[0].bound)
    return figures[0] if exact else None


def named_cells(cells: Sequence[NamedCell], words: str) -> Sequence[NamedCell]:
    """The cells whose heads some words name; of several like heads those of which the words say what is their own."""
    named = [cell for cell in cells if is_named(cell.head, words)]
    if len(named) < 2:
        return named
    own = [(cell, _own(_plain(cell.head), [_plain(other.head) for other in named])) for cell in named]
    return [cell for cell, part in own if part and part in words] or named


def _own(head: str, heads: Sequence[str]) -> str:
    """What is left of a head without how all of them begin and end: 机构 of 机构月限额 beside 居家月限额."""
    begins, ends = _alike(heads), _alike([each[::-1] for each in heads])
    return head[begins : max(begins, len(head) - ends)]


def _alike(heads: Sequence[str]) -> int:
    """How many characters all of them begin with."""
    return sum(1 for _ in takewhile(lambda place: len(set(place)) == 1, zip(*heads, strict=False)))


def is_named(head: str, words: str) -> bool:
    """True where words have the head of a column, or how it begins or ends: 补贴 for 日补贴, 限额 for 限额(元)."""
    name, short = _plain(head), _SHORTEST_NAME
    return len(name) >= short and any(part in words for part in (name, name[:short], name[-short:]))


def is_named_in_full(head: str, words: str) -> bool:
    """True where words have the whole head of a column."""
    name = _plain(head)
    return len(name) >= _SHORTEST_NAME and name in words


def _plain(head: str) -> str:
    return "".join(_CHINESE.findall(_BRACKETS.sub("", head)))

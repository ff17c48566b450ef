"""Cells to tables: spanning cells repeated, rows made equally long, the header row found."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from linter.document import Cell, Table
from linter.normalise import normalise
from linter.text import Span

# Far above any real table; a hostile page may ask for billions of cells.
_MOST_SPANNED = 200
_MOST_CELLS = 200_000
_VALUE = re.compile(
    r"[约≈¥]?[0-9][0-9.,]*(?:[-~—至][0-9][0-9.,]*)?"
    r"(?:%|‰|元|万元?|年|月|年[0-9]+月|个月|周?岁|天|倍|人)?(?:/[年月人])*"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}年?度?")


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell as mark-up gives it."""

    span: Span
    header: bool = False
    columns: int = 1
    rows: int = 1


def lay_out(rows: Sequence[Sequence[PlacedCell]], visible: str) -> Table | None:
    """The table with a cell at every place; ``None`` when there is no cell. ``visible`` is the text spans are of."""
    grid = [[replace(cell, row=r) for cell in row] for r, row in enumerate(_spread(rows))]
    if not any(grid):
        return None
    width = max(len(row) for row in grid)
    for r, row in enumerate(grid):
        end = row[-1].span.end if row else _end_before(grid, r)
        row.extend(Cell(Span(end, end), r, column) for column in range(len(row), width))
    if not any(cell.header for row in grid for cell in row) and _heads(grid, visible):
        grid[0] = [replace(cell, header=True) for cell in grid[0]]
    spans = [cell.span for row in rows for cell in row]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Table(whole, tuple(tuple(row) for row in grid))


def _spread(rows: Sequence[Sequence[PlacedCell]]) -> Iterable[list[Cell]]:
    """Each row with the cells that reach into it from above and from the left."""
    hanging: dict[int, tuple[int, PlacedCell]] = {}
    budget = _MOST_CELLS
    for row in rows:
        placed: list[Cell] = []
        waiting = deque(row)
        while waiting or len(placed) in hanging:
            column = len(placed)
            if column in hanging:
                left, cell = hanging.pop(column)
                width = 1
            else:
                cell = waiting.popleft()
                left, width = min(cell.rows, _MOST_SPANNED), min(cell.columns, _MOST_SPANNED)
            budget -= width
            if budget < 0:
                return
            for offset in range(width):
                placed.append(Cell(cell.span, 0, column + offset, cell.header))
                if left > 1:
                    hanging[column + offset] = (left - 1, cell)
        yield placed


def _end_before(grid: Sequence[Sequence[Cell]], row: int) -> int:
    return max((cell.span.end for above in grid[:row] for cell in above), default=0)


def _heads(grid: Sequence[Sequence[Cell]], visible: str) -> bool:
    """True when the first row only names (years name too) and a later one holds values."""
    texts = [[normalise(cell.span.cut(visible)).strip() for cell in row] for row in grid]
    top = texts[0]
    names = not _VALUE.fullmatch(top[0]) and all(_YEAR.fullmatch(text) or not _VALUE.fullmatch(text) for text in top)
    return names and any(_VALUE.fullmatch(text) for row in texts[1:] for text in row)

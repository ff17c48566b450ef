"""Tables typed into lines: cells divided by pipes or tabs, no other mark-up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from linter.document import Table
from linter.readers.grid import PlacedCell, lay_out
from linter.readers.lines import trimmed
from linter.text import Span

_RULE = re.compile(r"[\s|:+=-]*-{2,}[\s|:+=-]*")
_DIVIDERS = re.compile("[|｜\t]")


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table and the indexes of the lines it takes up."""

    table: Table
    first: int
    after: int


def typed_tables(visible: str, lines: Sequence[Span]) -> list[TypedTable]:
    """The tables among ``lines``: two or more in a row with the same number of cells, at least two each."""
    found: list[TypedTable] = []
    first = 0
    while first < len(lines):
        width = len(_cells(visible, lines[first]))
        after = first + 1
        while width > 1 and after < len(lines) and _continues(visible, lines[after], width):
            after += 1
        rows = [_cells(visible, line) for line in lines[first:after] if not _is_rule(visible, line)]
        if width > 1 and len(rows) > 1:
            table = lay_out([[PlacedCell(cell) for cell in row] for row in rows], visible)
            found += [TypedTable(table, first, after)] if table else []
        first = after
    return found


def _continues(visible: str, line: Span, width: int) -> bool:
    """A rule, a row as wide, or a tabbed row whose last cells are empty."""
    found = len(_cells(visible, line))
    return _is_rule(visible, line) or found == width or (1 < found < width and "\t" in line.cut(visible))


def _is_rule(visible: str, line: Span) -> bool:
    return bool(_RULE.fullmatch(line.cut(visible)))


def _cells(visible: str, line: Span) -> list[Span]:
    """The cells of a row; none of a line that nothing divides."""
    text = line.cut(visible)
    if not _DIVIDERS.search(text):
        return []
    edges = [-1, *(match.start() for match in _DIVIDERS.finditer(text)), len(text)]
    cells = [trimmed(visible, Span(line.start + left + 1, line.start + right)) for left, right in pairwise(edges)]
    # A pipe at either side of the row frames it, and divides nothing.
    inner = cells[1 if text.startswith(("|", "｜")) else 0 : -1 if text.endswith(("|", "｜")) else None]
    return inner if any(len(cell) for cell in inner) else []

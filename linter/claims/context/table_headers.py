"""Which headers speak for the text of a table's cell: the label of its row, the head of its column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from linter.document import Cell, Document
from linter.text import Span

# Two labels and two figures.
_TWO_PAIRS = 4


def table_headers(document: Document) -> dict[int, tuple[Span, ...]]:
    """For every offset inside a body cell that a token may start at: the row's first cell and the column's header."""
    headers: dict[int, tuple[Span, ...]] = {}
    for section in document.sections:
        for table in section.tables:
            top = table.rows[0] if table.rows else ()
            headed = {head.column: head.span.cut(document.text).strip() for head in top}
            doubtful = _repeated(top, table.rows[1:2], document.text)
            label: Cell | None = None
            for row in table.rows[1:]:
                # A row without a label of its own goes on with the one above.
                goes_on = bool(row) and not row[0].span.cut(document.text).strip()
                label = label if goes_on or not row else row[0]
                shifted = _is_shifted(row, headed, document.text)
                for cell in row:
                    column = [
                        head.span
                        for head in top
                        if head.column == cell.column and not shifted and head.column not in doubtful
                    ]
                    leading = [each.span for each in _label_of(cell, row, headed, document.text)]
                    if goes_on and label is not None and cell is not row[0]:
                        leading = [label.span, *leading]
                    for offset in range(cell.span.start, cell.span.end):
                        headers[offset] = tuple(leading + column)
    return headers


def _repeated(top: Sequence[Cell], first: Sequence[Sequence[Cell]], text: str) -> frozenset[int]:
    """The columns whose head stands over another column with figures of the same kind: it tells them not apart.

    Not where the labels of the rows are repeated too, nor where a second row of heads stands below.
    """
    said = [head.span.cut(text).strip() for head in top]
    kinds = {cell.column: _kind(cell.span.cut(text)) for row in first for cell in row}
    if said[:1] and said.count(said[0]) > 1:
        return frozenset()
    alike = Counter((word, kinds.get(head.column)) for word, head in zip(said, top, strict=True) if word)
    return frozenset(
        head.column
        for word, head in zip(said, top, strict=True)
        if kinds.get(head.column) and alike[word, kinds.get(head.column)] > 1
    )


def _kind(cell: str) -> str | None:
    """A cell with its figures taken out; ``None`` where it holds none."""
    shape = re.sub("[0-9][0-9.,]*", "#", cell.strip())
    return shape if "#" in shape else None


def _label_of(cell: Cell, row: Sequence[Cell], headed: Mapping[int, str], text: str) -> Sequence[Cell]:
    """The cell that names the row: its first, or the nearest before where labels and figures alternate."""
    first = row[:1]
    if not first or cell is first[0]:
        return ()
    name = headed.get(first[0].column)
    again = [each for each in row[1:] if each.column < cell.column and name and headed.get(each.column) == name]
    return again[-1:] or _alternating(cell, row, text) or first


def _alternating(cell: Cell, row: Sequence[Cell], text: str) -> Sequence[Cell]:
    """The label just before a figure in a row of at least two such pairs."""
    figures = [any("0" <= char <= "9" for char in each.span.cut(text)) for each in row]
    if len(row) < _TWO_PAIRS or figures != [False, True] * (len(row) // 2):
        return ()
    return [each for each in row if each.column == cell.column - 1]


def _is_shifted(row: Sequence[Cell], headed: Mapping[int, str], text: str) -> bool:
    """True for a row with a second label (养老 | 企业职工 | 16% | 8%) whose last figure stands under no head."""
    written = [(cell.column, cell.span.cut(text).strip()) for cell in row]
    figures = [column for column, said in written if re.search("[0-9]", said)]
    named = any(column and said and not re.search("[0-9/—-]", said) and headed.get(column) for column, said in written)
    return named and bool(figures) and not headed.get(figures[-1])

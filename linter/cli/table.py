"""Tables for the terminal: columns of one width each, Chinese characters counted as two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.wide_text import padded, width

_GAP = "  "


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as lines; every column but the last is as wide as its widest cell."""
    given = [tuple(row) for row in rows]
    widths = [max(map(width, column)) for column in zip(*given, strict=True)]
    for row in given:
        yield _GAP.join(padded(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip()


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; bars inside cells are escaped."""
    yield _markdown_row(head)
    yield _markdown_row(["---"] * len(head))
    yield from map(_markdown_row, rows)


def _markdown_row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

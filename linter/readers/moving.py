"""Pages put behind one another: what they say keeps its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from linter.document import Cell, ReadContent, Section, Table
from linter.text import SourceMap, Span


def joined(contents: Sequence[ReadContent]) -> ReadContent:
    """Several articles of one source, in order, as one content; a line feed stands between two of them."""
    if len(contents) == 1:
        return contents[0]
    starts = [0, *accumulate(len(content.visible) + 1 for content in contents)]
    placed = list(zip(contents, starts, strict=False))
    return ReadContent(
        contents[0].source,
        "\n".join(content.visible for content in contents),
        "\n".join(content.text for content in contents),
        SourceMap.of_runs(starts[-1] - 1, (run for content, by in placed for run in _after_a_gap(content, by))),
        tuple(moved_section(section, by) for content, by in placed for section in content.sections),
    )


def moved_runs(own: SourceMap, length: int, by: int) -> Iterator[tuple[int, int, int]]:
    """The runs of a source map whose visible characters, ``length`` of them, stand ``by`` further on."""
    for first, start, end in own.runs if own.length is not None else [(0, 0, length)]:
        yield first + by, start, end


def moved_span(span: Span, by: int) -> Span:
    """The span, ``by`` characters further on."""
    return Span(span.start + by, span.end + by)


def moved_table(table: Table, by: int) -> Table:
    """The table, ``by`` characters further on."""
    rows = tuple(tuple(_moved_cell(cell, by) for cell in row) for row in table.rows)
    return Table(moved_span(table.span, by), rows)


def moved_section(section: Section, by: int) -> Section:
    """The section, ``by`` characters further on."""
    return replace(
        section,
        span=moved_span(section.span, by),
        title=section.title and moved_span(section.title, by),
        blocks=tuple(replace(block, span=moved_span(block.span, by)) for block in section.blocks),
        tables=tuple(moved_table(table, by) for table in section.tables),
    )


def _after_a_gap(content: ReadContent, by: int) -> Iterator[tuple[int, int, int]]:
    """The runs of a content, and before them, but for the first, the line feed: at the empty place before it."""
    runs = list(moved_runs(content.source_map, len(content.visible), by))
    if by:
        yield by - 1, runs[0][1], runs[0][1]
    yield from runs


def _moved_cell(cell: Cell, by: int) -> Cell:
    return replace(cell, span=moved_span(cell.span, by))

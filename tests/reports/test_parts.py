from __future__ import annotations

from dataclasses import replace

import pytest

from linter.document import Cell, Table
from linter.text import Span
from reports.page.parts import CellPart, sections


@pytest.fixture
def table_of(make_article):
    """The one part made of an article whose table has cells at those spans."""

    def of(visible, rows):
        document = make_article(visible).document
        cells = tuple(tuple(Cell(Span(*cell), r, c) for c, cell in enumerate(row)) for r, row in enumerate(rows))
        whole = Span(min(cell.span.start for row in cells for cell in row), len(visible))
        section = replace(document.sections[0], tables=(Table(whole, cells),))
        (found,) = sections(document.with_sections((section,)))
        return found.parts

    return of


def test_a_cell_that_spans_columns_and_rows_is_shown_once(table_of):
    (part,) = table_of("险\t甲\n丙\t丁", [[(0, 1), (2, 3), (2, 3)], [(0, 1), (4, 5), (6, 7)]])
    assert part.rows == (
        (CellPart(0, 1, 2, False), CellPart(1, 2, 1, False)),
        (CellPart(2, 1, 1, False), CellPart(3, 1, 1, False)),
    )


def test_empty_cells_stay_apart(table_of):
    (part,) = table_of("甲\t\n乙\t丙", [[(0, 1), (2, 2), (2, 2)], [(3, 4), (5, 6), (6, 6)]])
    assert part.rows[0] == (CellPart(0, 1, 1, False), CellPart(None, 1, 1, False), CellPart(None, 1, 1, False))


@pytest.mark.parametrize("rows", [[[(0, 1)], [(4, 5)]], [[(0, 3), (2, 5)]]])
def test_a_table_whose_cells_do_not_hold_all_its_text_is_shown_as_text(table_of, rows):
    assert {part.kind for part in table_of("甲|乙\n丙", rows)} == {"paragraph"}


def test_a_block_half_inside_another_is_shown_once(make_article):
    document = make_article("第一段第二段。").document
    (block,) = document.sections[0].blocks
    nested = (replace(block, span=Span(0, 5)), replace(block, span=Span(3, 7)))
    (found,) = sections(document.with_sections((replace(document.sections[0], blocks=nested),)))
    assert [part.leaves for part in found.parts] == [(Span(0, 5),), (Span(5, 7),)]

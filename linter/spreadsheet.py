"""Tables for spreadsheets: comma-separated values that open as what they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.control_characters import without_controls

# Without the mark at its beginning, spreadsheets take UTF-8 for the encoding of the machine.
_MARK = "\ufeff"
# A cell that begins so is calculated, whoever wrote the article; the wide forms count as well.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows as RFC 4180 has it, with a head line; what a row does not have is an empty cell."""
    return "".join(csv_pieces(columns, (rows,)))


def csv_pieces(columns: Sequence[str], batches: Iterable[Iterable[Mapping[str, object]]]) -> Iterator[str]:
    """The text of ``csv_table``, a batch of rows at a time."""
    yield _MARK + _lines(columns, [dict(zip(columns, columns, strict=True))])
    for rows in batches:
        yield _lines(columns, rows)


def _lines(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    for row in rows:
        table.writerow({column: _cell(value) for column, value in row.items()})
    return text.getvalue()


def _cell(value: object) -> str:
    text = without_controls(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text

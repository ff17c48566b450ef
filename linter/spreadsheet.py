"""Tables for spreadsheets: comma-separated values that open as what they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from linter.control_characters import without_controls

# Without the mark at its beginning, spreadsheets take UTF-8 for the encoding of the machine.
_MARK = "\ufeff"
# A cell that begins so is calculated, whoever wrote the article; the wide forms count as well.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows as RFC 4180 has it, with a head line; what a row does not have is an empty cell."""
    text = io.StringIO()
    table = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow({column: _cell(value) for column, value in row.items()})
    return _MARK + text.getvalue()


def _cell(value: object) -> str:
    text = without_controls(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text

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
    return "".join(csv_pieces(columns, rows))


def csv_pieces(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The text of ``csv_table``, a row at a time."""
    yield _MARK + _lines(columns, (dict(zip(columns, columns, strict=True)),))
    for row in rows:
        yield _lines(columns, ({column: _cell(value) for column, value in row.items()},))


def _lines(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO()
    csv.DictWriter(text, columns, restval="", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(value: object) -> str:
    text = without_controls(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text

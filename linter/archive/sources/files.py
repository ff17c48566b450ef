"""A file of a corpus: an article by itself, or a table of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from linter.archive.sources.article_rows import row_of
from linter.archive.sources.columns import Columns, ColumnsError, Layout, layout_of
from linter.archive.sources.delimited import Delimited
from linter.archive.sources.jsonl import JsonLines
from linter.archive.sources.parquet import Parquet
from linter.archive.sources.record import LARGEST, Row, Table
from linter.archive.sources.warc import Warc
from linter.discover import article_suffixes
from linter.messages import say
from linter.readers import why_unreadable
from linter.regular_file import content_of, require_regular

_PACKED = ("", ".gz", ".zst", ".zstd", ".bz2")
_TABLES: Mapping[str, Callable[[Path], Table]] = {
    **{ending + packed: JsonLines for ending in (".jsonl", ".ndjson") for packed in _PACKED},
    **{ending + packed: Delimited for ending in (".csv", ".tsv") for packed in _PACKED},
    ".parquet": Parquet,
    ".warc": Warc,
    ".warc.gz": Warc,
}
_WARC = Columns(id="url", text="html", url="url", format="html")
# The layout of a table in which not one record can be read: all its rows are faults.
_UNREADABLE = Layout(text="text")


def endings() -> frozenset[str]:
    """Endings of the names of files that are looked for in folders."""
    return frozenset({*article_suffixes(), *_TABLES})


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of a file before it is read: its size in bytes, and the number of its articles or ``None``."""

    size: int
    count: int | None

    def beside(self, other: Outlook) -> Outlook:
        """What is known of both together."""
        count = None if self.count is None or other.count is None else self.count + other.count
        return Outlook(self.size + other.size, count)


def outlook(path: Path, columns: Columns) -> Outlook:
    """What is known of the file. Raises ``ColumnsError`` for a table without the columns that are needed."""
    table = _table(path)
    if table is None:
        return Outlook(size_of(path), 1)
    try:
        require_regular(path)
        _layout(table, columns)
        return Outlook(size_of(path), table.count)
    except ColumnsError:
        raise
    except Exception:  # reading it will say what is wrong, in its place
        return Outlook(size_of(path), 1)


def rows(path: Path, columns: Columns) -> Iterator[Row]:
    """The articles of a file. What cannot be read is a row with a fault, the last one where a table is lost."""
    table = _table(path)
    if table is None:
        yield _article(path)
        return
    name, number, position = shown(path), 0, 0
    try:
        require_regular(path)
        layout = _layout(table, columns)
        for record in table.records(layout.used):
            number, position = record.number, record.position
            yield row_of(record, layout, f"{name}:{number}")
    except ColumnsError as error:
        yield Row(name, name, position, fault=error.reason)
    except Exception as error:  # a library may raise anything at a damaged file; the other files must not suffer
        detail = str(error) or type(error).__name__
        yield Row(name, name, position, fault=say("source.file-lost", file=name, number=number, detail=detail))


def size_of(path: Path) -> int:
    """Its bytes; 0 when there is no such file."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def shown(path: Path) -> str:
    """The path as reports have it: forward slashes, and a sign for what is no UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _table(path: Path) -> Table | None:
    """The reader of a table; ``None`` for an article."""
    name = path.name.lower()
    return next((kind(path) for ending, kind in _TABLES.items() if name.endswith(ending)), None)


def _layout(table: Table, columns: Columns) -> Layout:
    if isinstance(table, Warc):
        columns = _WARC
    return layout_of(columns, table.names, shown(table.path)) if table.names else _UNREADABLE


def _article(path: Path) -> Row:
    name = shown(path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return Row(name, name, size, fault=say("source.too-large", megabytes=LARGEST >> 20))
        return Row(name, name, size, content_of(path))
    except OSError as error:
        return Row(name, name, 0, fault=why_unreadable(error))

"""The files of a part: a Parquet file for each table that has rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.store.atomic import replaced
from linter.archive.tables import TABLES

SUFFIX = ".parquet"
_LEVEL = 3


def in_parts(examined: Iterable[pa.RecordBatch], documents: int) -> Iterator[list[pa.RecordBatch]]:
    """The batches in groups, each of so many documents that make a part; the last may have fewer."""
    held: list[pa.RecordBatch] = []
    for batch in examined:
        held.append(batch)
        if sum(each.num_rows for each in held) >= documents:
            yield held
            held = []
    if held:
        yield held


def split(examined: Iterable[pa.RecordBatch]) -> Mapping[str, pa.Table]:
    """The tables of examined documents: the lists of each row, one after the other."""
    rows = pa.Table.from_batches(list(examined))
    return {name: _flat(rows.column(name), schema) for name, schema in TABLES.items()}


def write_part(folder: Path, name: str, tables: Mapping[str, pa.Table]) -> Mapping[str, int]:
    """Write the files of a part, and say how many rows each table has; a table without rows has no file."""
    counts = {table: rows.num_rows for table, rows in tables.items() if rows.num_rows}
    for table in counts:
        path = file_of(folder, table, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced(path) as unfinished:
            pq.write_table(tables[table], unfinished, compression="zstd", compression_level=_LEVEL)
    return counts


def file_of(folder: Path, table: str, name: str) -> Path:
    """Where a table of a part lies."""
    return folder / table / (name + SUFFIX)


def _flat(lists: Any, schema: pa.Schema) -> pa.Table:
    structs = (chunk.flatten() for chunk in lists.chunks)
    return pa.Table.from_batches([pa.RecordBatch.from_struct_array(each) for each in structs], schema=schema)

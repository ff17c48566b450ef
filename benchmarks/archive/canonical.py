"""Stores compared: all rows of all tables, in the order of their first two columns, byte for byte; or by sums."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow as pa

from linter.archive.database import connect
from linter.archive.store import Store
from linter.archive.tables import TABLES

# No name of a document begins so.
_NO_NAME = "\1"


def digests(folder: Path, without: str = "") -> dict[str, str]:
    """A digest of each table's bytes (Arrow's stream format). ``without`` leaves out the documents of that name."""
    return {table: _digest(folder, table, without) for table in TABLES}


def sums(folder: Path, without: str = "") -> dict[str, tuple[int, int]]:
    """As ``digests`` for stores that are too large for it: how many rows a table has, and the sum of their hashes."""
    with connect(Store.open(folder)) as database:
        found = {}
        for table, schema in TABLES.items():
            columns = ", ".join(f'"{name}"' for name in schema.names)
            query = f"SELECT count(*), sum(hash({columns})::HUGEINT) FROM {table} WHERE NOT starts_with(document, ?)"
            (found[table],) = database.execute(query, [without or _NO_NAME]).fetchall()
    return found


def _digest(folder: Path, table: str, without: str) -> str:
    order = ", ".join(f'"{name}"' for name in TABLES[table].names[:2])
    query = f"FROM {table} WHERE NOT starts_with(document, ?) ORDER BY {order}"
    with connect(Store.open(folder)) as database:
        rows = database.sql(query, params=[without or _NO_NAME]).to_arrow_table().combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as stream:
        stream.write_table(rows)
    return hashlib.sha256(sink.getvalue()).hexdigest()

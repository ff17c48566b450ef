"""The store as a database: DuckDB over its Parquet files, which can read nothing else."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path

import duckdb

from linter.archive.store import Store
from linter.archive.tables import TABLES

_MEGABYTES = 700


def connect(store: Store, *, memory_mb: int = _MEGABYTES, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A connection with the views documents, claims, findings and problems.

    What does not fit into ``memory_mb`` goes to a folder of its own, which is gone with the connection. After this, no
    statement can reach another file, load an extension or change a setting.
    """
    connection = in_memory(memory_mb)
    if threads is not None:
        connection.execute(f"SET threads = {threads}")
    for table, schema in TABLES.items():
        files = store.files(table)
        if files:
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet({_literal(files)})")
        else:
            connection.register("nothing", schema.empty_table())
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM nothing")
            connection.unregister("nothing")
    connection.execute(f"SET allowed_directories = {_literal([store.folder.as_posix()])}")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def in_memory(memory_mb: int = _MEGABYTES) -> duckdb.DuckDBPyConnection:
    """An empty database, which loads nothing from elsewhere."""
    return duckdb.connect(
        config={
            "memory_limit": f"{memory_mb}MB",
            "temp_directory": _own_folder(),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
    )


def _own_folder() -> str:
    """A folder that does not exist yet: the database makes it when it needs it, and can read what lies in it."""
    return (Path(tempfile.gettempdir()) / f"factlint-{secrets.token_hex(8)}").as_posix()


def _literal(texts: Iterable[str]) -> str:
    """A list of strings in SQL."""
    return "[" + ", ".join("'" + text.replace("'", "''") + "'" for text in texts) + "]"

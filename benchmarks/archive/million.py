"""Archives of a million documents, made of smaller ones: a store that is replicated, a corpus that is mostly copies.

A replica of a store has all its rows under other names. Its documents are nobody's copies and near copies; what it says
of a named place it says of a place of its own; what it says of the whole country stands beside what the other replicas
say of it. Cases that occur once in the store are other cases in each replica, those that recur are the same: new ones
come as often as at the end of the store (Good and Turing), while among real articles they become rarer.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.database import in_memory
from linter.archive.store import Store
from linter.archive.store.manifest import write_manifest
from linter.archive.store.parts import file_of
from linter.archive.tables import TABLES

_OTHER = "CAST(hash({name}, {replica}) >> 1 AS BIGINT) AS {name}"
_NAMED = "'{replica:03}-' || document AS document"
_REPLACED = {
    "documents": (
        "replace(url, '.example', '.r{group:02}.example') AS url",
        "replace(site, '.example', '.r{group:02}.example') AS site",
        "sha256(sha256 || {replica}) AS sha256",
        "key || {replica} AS key",
        "content || {replica} AS content",
        "list_transform(bands, lambda band: CAST(hash(band, {replica}) >> 1 AS BIGINT)) AS bands",
    ),
    "claims": (
        *(_OTHER.replace("{name}", name) for name in ("claim_key", "sentence_key")),
        "CASE WHEN case_key IN (FROM once) THEN CAST(hash(case_key, {replica}) >> 1 AS BIGINT) ELSE case_key END "
        "AS case_key",
        "CASE WHEN region IS NULL OR ground IS NULL THEN ground "
        "ELSE CAST(hash(ground, {replica}) >> 1 AS BIGINT) END AS ground",
    ),
    "findings": (_OTHER.replace("{name}", "sentence_key"),),
    "problems": (),
}
_GROUPS = 20
_ONCE = """
CREATE TEMP TABLE once AS SELECT case_key FROM read_parquet($files) GROUP BY case_key HAVING count(*) = 1
"""


def replicated(store: Path, folder: Path, documents: int) -> int:
    """Make a store of so many documents, or some more, of another; a part for each replica. Say how many there are."""
    source = Store.open(store)
    replicas = -(-documents // source.manifest.rows("documents"))
    with in_memory() as database:
        database.execute(_ONCE, {"files": list(source.files("claims"))})
        parts = {
            f"{replica + 1:06}": {table: _copied(database, source, folder, table, replica) for table in TABLES}
            for replica in range(replicas)
        }
    write_manifest(folder, msgspec.structs.replace(source.manifest, parts=parts))
    return replicas


def _copied(database: duckdb.DuckDBPyConnection, source: Store, folder: Path, table: str, replica: int) -> int:
    files, path = source.files(table), file_of(folder, table, f"{replica + 1:06}")
    if not files:
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    replaced = ", ".join((_NAMED, *_REPLACED[table])).format(replica=replica, group=replica % _GROUPS)
    database.execute(
        f"COPY (SELECT * REPLACE ({replaced}) FROM read_parquet($files)) "
        f"TO '{path.as_posix()}' (FORMAT parquet, COMPRESSION zstd)",
        {"files": list(files)},
    )
    return pq.read_metadata(path).num_rows


def copies_of(corpus: Path, path: Path, articles: int) -> Path:
    """A corpus of so many articles, all of them those of ``corpus`` again and again under other names and addresses."""
    table = pq.read_table(corpus)
    with pq.ParquetWriter(path, table.schema, compression="zstd") as file:
        for number in range(-(-articles // table.num_rows)):
            rows = table.slice(0, articles - number * table.num_rows)
            ids = pa.array([f"{number:04}-{name}" for name in rows.column("id").to_pylist()])
            urls = pa.array([f"{url}?{number}" for url in rows.column("url").to_pylist()])
            file.write_table(rows.set_column(0, "id", ids).set_column(rows.num_columns - 1, "url", urls))
    return path

"""What a scan knows of corpus and store: what is to examine, to copy, to drop. On disk when memory ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from linter.archive.database import in_memory
from linter.archive.store.parts import file_of
from linter.archive.store.store import Store
from linter.archive.tables import NAMED, TABLES

_MEGABYTES = 300
_AT_ONCE = 10_000
_NAMES = ("path", "url", "site", "key")

_TABLES = """
CREATE TABLE kept (document VARCHAR, key VARCHAR, content VARCHAR, part VARCHAR);
CREATE TABLE seen (document VARCHAR, key VARCHAR);
CREATE TABLE contents (content VARCHAR);
CREATE TABLE copies (document VARCHAR, path VARCHAR, url VARCHAR, site VARCHAR, key VARCHAR, content VARCHAR);
"""
_HOLDS = "SELECT DISTINCT document, key, content, parse_filename(filename, true) FROM read_parquet(?, filename = true)"
_SORTED = """
CREATE OR REPLACE TEMP TABLE sorted AS SELECT named.*,
    exists(FROM kept WHERE kept.document = named.document AND kept.key = named.key) AS known,
    content IN (SELECT content FROM contents)
        OR row_number() OVER (PARTITION BY content ORDER BY number) > 1 AS copied
FROM named"""
_OUTDATED = "SELECT DISTINCT part, document FROM kept ANTI JOIN seen USING (document, key) ORDER BY ALL"
_ORIGINALS = """
CREATE OR REPLACE TEMP TABLE due AS
SELECT copies.*, part, original, (row_number() OVER (PARTITION BY part ORDER BY copies.document) - 1) // ? AS turn
FROM copies JOIN (
    SELECT content, min((part, document)) AS first, first[1] AS part, first[2] AS original
    FROM originals GROUP BY content
) USING (content)"""


@dataclass(frozen=True, slots=True)
class Sorted:
    """What becomes of the articles of a batch, in order: examined (True), or not; and how many are known already."""

    fresh: list[bool]
    known: int


class Ledger:
    """Follows a scan through its corpus."""

    def __init__(self, store: Store) -> None:
        self._database = in_memory(_MEGABYTES)
        self._database.execute(_TABLES)
        self._load("kept", store)
        self._database.execute("INSERT INTO contents SELECT DISTINCT content FROM kept")

    def sort(self, named: pa.Table) -> Sorted:
        """What to do with the next articles, given as ``NAMED``. What is neither known nor fresh is a copy."""
        database = self._database
        database.register("named", named.append_column("number", pa.array(range(named.num_rows))))
        database.execute(_SORTED)
        database.unregister("named")
        database.execute("INSERT INTO seen SELECT document, key FROM sorted")
        database.execute(f"INSERT INTO copies SELECT {', '.join(NAMED.names)} FROM sorted WHERE NOT known AND copied")
        database.execute("INSERT INTO contents SELECT content FROM sorted WHERE NOT known AND NOT copied")
        rows = database.execute("SELECT known, copied FROM sorted ORDER BY number").fetchall()
        return Sorted([not known and not copied for known, copied in rows], sum(known for known, _ in rows))

    def copies(self, store: Store) -> Iterator[Mapping[str, pa.Table]]:
        """The rows of the copies, some thousand documents at a time: those of their originals under their own names."""
        self._database.execute("CREATE OR REPLACE TEMP TABLE originals AS FROM kept LIMIT 0")
        self._load("originals", store)
        self._database.execute(_ORIGINALS, [_AT_ONCE])
        turns = self._database.execute("SELECT DISTINCT part, turn FROM due ORDER BY ALL").fetchall()
        for part, turn in turns:
            yield {table: self._copied(store, table, part, turn) for table in store.manifest.parts[part]}

    def outdated(self) -> Mapping[str, list[str]]:
        """By part, the documents that the corpus has no more, or has otherwise. To ask when all of it was seen."""
        found: dict[str, list[str]] = {}
        for part, document in self._database.execute(_OUTDATED).fetchall():
            found.setdefault(part, []).append(document)
        return found

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def _load(self, into: str, store: Store) -> None:
        for table in ("documents", "problems"):
            files = store.files(table)
            if files:
                self._database.execute(f"INSERT INTO {into} {_HOLDS}", [files])

    def _copied(self, store: Store, table: str, part: str, turn: int) -> pa.Table:
        schema = TABLES[table]
        own = ", ".join(f"due.{name} AS {name}" for name in ("document", *_NAMES) if name in schema.names)
        rows = self._database.sql(
            f"SELECT its.* REPLACE ({own}) FROM read_parquet(?) AS its JOIN due ON its.document = due.original "
            "WHERE due.part = ? AND due.turn = ? ORDER BY 1, 2",
            params=[file_of(store.folder, table, part).as_posix(), part, turn],
        )
        copied: pa.Table = rows.to_arrow_table().cast(schema)
        return copied

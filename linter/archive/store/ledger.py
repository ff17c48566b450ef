"""Which documents a store has, and which of them the corpus still has: millions of names, on disk when they grow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from linter.archive.database import in_memory
from linter.archive.store.store import Store

_MEGABYTES = 200
_NAMES = pa.schema([("document", pa.string()), ("key", pa.string())])
_KEEP = "INSERT INTO kept SELECT DISTINCT document, key, parse_filename(filename, true) FROM read_parquet(?, filename = true)"
_KNOWN = "SELECT exists(FROM kept WHERE kept.document = named.document AND kept.key = named.key) FROM named ORDER BY number"
_OUTDATED = "SELECT DISTINCT part, document FROM kept ANTI JOIN seen USING (document, key) ORDER BY ALL"


class Ledger:
    """Tells which articles were examined before, and at the end which documents of the store count no more."""

    def __init__(self, store: Store) -> None:
        self._database = in_memory(_MEGABYTES)
        self._database.execute("CREATE TABLE kept (document VARCHAR, key VARCHAR, part VARCHAR)")
        self._database.execute("CREATE TABLE seen (document VARCHAR, key VARCHAR)")
        for table in ("documents", "problems"):
            files = store.files(table)
            if files:
                self._database.execute(_KEEP, [files])

    def known(self, documents: Sequence[str], keys: Sequence[str]) -> list[bool]:
        """For each article of the corpus, whether it has been examined as it is; all count as seen from now on."""
        names = pa.table({"document": documents, "key": keys}, schema=_NAMES)
        self._database.register("named", names.append_column("number", pa.array(range(len(keys)))))
        self._database.execute("INSERT INTO seen SELECT document, key FROM named")
        found = self._database.execute(_KNOWN).fetchall()
        self._database.unregister("named")
        return [bool(row[0]) for row in found]

    def outdated(self) -> Mapping[str, list[str]]:
        """By part, the documents that the corpus has no more, or has otherwise. To ask when all of it was seen."""
        found: dict[str, list[str]] = {}
        for part, document in self._database.execute(_OUTDATED).fetchall():
            found.setdefault(part, []).append(document)
        return found

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

"""A store that is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.faults import OutdatedStoreError, StoreError
from linter.archive.store.manifest import FORMAT, Manifest, read_manifest
from linter.archive.store.parts import file_of
from linter.archive.tables import TABLES


@dataclass(frozen=True, slots=True)
class Store:
    """A store as it was when it was opened. A scan may go on beside it: files of live parts are never changed."""

    folder: Path
    manifest: Manifest

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The store in a folder. Raises ``StoreError``, also when a file is missing or has not the columns of today."""
        store = cls(folder, read_manifest(folder))
        missing = next((path for path in store._all_files() if not path.is_file()), None)
        if missing is not None:
            raise StoreError(f"{folder} is damaged: {missing.relative_to(folder)} is missing")
        other = next((path for path in store._first_files() if not _has_todays_columns(path)), None)
        if other is not None:
            raise OutdatedStoreError(f"{other}: {FORMAT.outdated('缺少现在的列', 'lacks columns of today')}")
        return store

    def files(self, table: str) -> Sequence[str]:
        """The files of a table, in order of part."""
        return [path.as_posix() for path in self._files(table)]

    def _files(self, table: str) -> list[Path]:
        parts = self.manifest.parts
        return [file_of(self.folder, table, name) for name in sorted(parts) if parts[name].get(table)]

    def _first_files(self) -> list[Path]:
        """Those of the oldest part: there may be thousands."""
        return [path for table in TABLES for path in self._files(table)[:1]]

    def _all_files(self) -> list[Path]:
        tables = sorted({table for counts in self.manifest.parts.values() for table in counts})
        return [path for table in tables for path in self._files(table)]


def _has_todays_columns(path: Path) -> bool:
    """False for what a version between two releases wrote, whose manifest cannot tell it from a released one."""
    try:
        return set(TABLES[path.parent.name].names) <= set(pq.read_schema(path).names)
    except pa.ArrowInvalid as error:
        raise StoreError(f"{path} is damaged: {error}") from error

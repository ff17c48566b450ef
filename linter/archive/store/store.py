"""A store that is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from linter.archive.faults import StoreError
from linter.archive.store.manifest import Manifest, read_manifest
from linter.archive.store.parts import file_of


@dataclass(frozen=True, slots=True)
class Store:
    """A store as it was when it was opened. A scan may go on beside it: files of live parts are never changed."""

    folder: Path
    manifest: Manifest

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The store in a folder. Raises ``StoreError``, also when a file of it is missing."""
        store = cls(folder, read_manifest(folder))
        missing = next((path for path in store._all_files() if not path.is_file()), None)
        if missing is not None:
            raise StoreError(f"{folder} is damaged: {missing.relative_to(folder)} is missing")
        return store

    def files(self, table: str) -> Sequence[str]:
        """The files of a table, in order of part."""
        return [path.as_posix() for path in self._files(table)]

    def _files(self, table: str) -> list[Path]:
        parts = self.manifest.parts
        return [file_of(self.folder, table, name) for name in sorted(parts) if parts[name].get(table)]

    def _all_files(self) -> list[Path]:
        tables = sorted({table for counts in self.manifest.parts.values() for table in counts})
        return [path for table in tables for path in self._files(table)]

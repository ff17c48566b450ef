"""A store that is written: part after part, each there for good once its name is in the manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from linter.archive.faults import OutdatedStoreError, StoreError
from linter.archive.store.atomic import UNFINISHED
from linter.archive.store.manifest import NAME, Judged, Manifest, read_manifest, write_manifest
from linter.archive.store.parts import SUFFIX, file_of, split, write_part
from linter.archive.store.store import Store
from linter.archive.tables import TABLES

_LOCK = ".lock"
_DIGITS = 6


class Writing:
    """A scan's hold on a store. Whatever happens, the store is what its manifest says."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder = folder
        self._manifest = manifest
        self._names = _free_names(manifest)

    @property
    def store(self) -> Store:
        """The store as it is now."""
        return Store(self._folder, self._manifest)

    def add(self, examined: Sequence[pa.RecordBatch]) -> None:
        """Add the documents of some batches as a part."""
        self._replace((), split(examined))

    def enter(self, parts: Mapping[str, Mapping[str, int]]) -> None:
        """Let parts count that others have written (``write_part``), given by name with the rows of their tables."""
        self._write(msgspec.structs.replace(self._manifest, parts={**self._manifest.parts, **parts}))

    def copy(self, tables: Mapping[str, pa.Table]) -> None:
        """Add a part of the rows of some documents."""
        self._replace((), tables)

    def settle(self, outdated: Mapping[str, Sequence[str]]) -> None:
        """Drop documents, given by part, and declare the store complete."""
        for part, documents in outdated.items():
            self._replace((part,), _without(self.store, part, documents))
        self._write(msgspec.structs.replace(self._manifest, complete=True))

    def _replace(self, parts: Sequence[str], tables: Mapping[str, pa.Table]) -> None:
        name = next(self._names)
        counts = write_part(self._folder, name, tables)
        left = {part: rows for part, rows in self._manifest.parts.items() if part not in parts}
        added = {name: counts} if counts else {}
        self._write(msgspec.structs.replace(self._manifest, parts={**left, **added}))

    def _write(self, manifest: Manifest) -> None:
        write_manifest(self._folder, manifest)
        self._manifest = manifest


@contextmanager
def writing(folder: Path, judged: Judged) -> Iterator[Writing]:
    """Begin a scan into a folder: a new one, an empty one, or a store. An outdated store is begun anew.

    Raises ``StoreError`` for any other folder, and for one that another scan is writing; ``OSError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / NAME).exists() and any(path.name != _LOCK for path in folder.iterdir()):
        raise StoreError(f"{folder} is neither empty nor a store")
    try:
        with FileLock(folder / _LOCK, blocking=False):
            manifest = Manifest(judged, parts=_parts_to_keep(folder))
            write_manifest(folder, manifest)
            _sweep(folder, manifest)
            yield Writing(folder, manifest)
    except Timeout:
        raise StoreError(f"another scan is writing {folder}") from None


def _parts_to_keep(folder: Path) -> Mapping[str, Mapping[str, int]]:
    try:
        return read_manifest(folder).parts if (folder / NAME).exists() else {}
    except OutdatedStoreError:
        return {}


def _sweep(folder: Path, manifest: Manifest) -> None:
    """Remove what an earlier scan left: parts it did not finish, and those it replaced."""
    for table in TABLES:
        live = {file_of(folder, table, name) for name in manifest.parts}
        for path in (folder / table).glob(f"*{SUFFIX}*"):
            if path not in live or path.suffix == UNFINISHED:
                path.unlink()


def _free_names(manifest: Manifest) -> Iterator[str]:
    last = max((int(name) for name in manifest.parts if name.isdecimal()), default=0)
    return (f"{number:0{_DIGITS}}" for number in count(last + 1))


def _without(store: Store, part: str, documents: Sequence[str]) -> Mapping[str, pa.Table]:
    gone = pa.array(documents, pa.string())
    return {
        table: rows.filter(pc.invert(pc.is_in(rows.column("document"), value_set=gone)))
        for table in store.manifest.parts[part]
        for rows in (pq.read_table(file_of(store.folder, table, part), partitioning=None),)
    }

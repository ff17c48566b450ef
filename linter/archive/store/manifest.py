"""What a store holds and what it was judged with, as ``manifest.json``: what is not named there does not count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from linter.archive.faults import OutdatedStoreError, StoreError
from linter.archive.store.atomic import replaced
from linter.json_text import json_text
from reference.format_version import Format, VersionError

NAME = "manifest.json"
VERSION: Literal["1.0"] = "1.0"
FORMAT = Format(
    key="store_version",
    version=VERSION,
    zh="存档库",
    en="The store",
    remedy_zh="请再运行一次 factlint scan,输出到同一个文件夹:旧的内容会被重写",
    remedy_en="Run factlint scan into the same folder once more: it is written anew",
)
# Names become paths below the folder of the store: a store of somebody else must not lead out of it.
_Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$")]


class Judged(msgspec.Struct, frozen=True):
    """What the documents were judged with. ``program`` names the code (``linter.cache.key.program_key``)."""

    version: str
    program: str
    rules: int
    reference_sha256: str
    as_of: date
    profile: str
    references: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    horizon: int | None = None


class Manifest(msgspec.Struct, frozen=True):
    """``parts`` are the live parts by name, with the number of rows in each of their tables.

    ``complete`` is False from the start of a scan to its end: until then documents may be missing or stand twice.
    """

    judged: Judged
    complete: bool = False
    parts: Mapping[_Name, Mapping[_Name, int]] = {}
    store_version: Literal["1.0"] = VERSION

    def rows(self, table: str) -> int:
        """How many rows the live parts of a table have."""
        return sum(counts.get(table, 0) for counts in self.parts.values())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a store. Raises ``StoreError``; for a version that is no longer read, ``OutdatedStoreError``."""
    try:
        return msgspec.convert(FORMAT.current(msgspec.json.decode((folder / NAME).read_bytes())), Manifest)
    except FileNotFoundError:
        raise StoreError(f"{folder} is no store: it has no {NAME}") from None
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise StoreError(f"{folder / NAME} is damaged: {error}") from error
    except VersionError as error:
        raise (OutdatedStoreError if error.older else StoreError)(f"{folder / NAME}: {error}") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Let the store be what the manifest says, from one moment to the next. Raises ``OSError``."""
    with replaced(folder / NAME) as path:
        path.write_text(json_text(msgspec.to_builtins(manifest)), encoding="utf-8")

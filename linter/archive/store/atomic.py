"""Files that are there whole or not at all, even when the machine stops."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".unfinished"
"""The suffix of files that are being written."""


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A name to write to, beside ``path``; it takes the place of ``path`` when all has gone well."""
    unfinished = path.with_name(path.name + UNFINISHED)
    try:
        yield unfinished
        _on_disk(unfinished)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _on_disk(path.parent)


def _on_disk(path: Path) -> None:
    """Wait until the disk has it. Folders cannot be waited for everywhere."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

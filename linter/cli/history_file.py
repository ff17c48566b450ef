"""The file with the runs of the past: JSON, a line a run."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import click

from linter.history import Entry, HistoryError, line_of, read_line
from linter.regular_file import text_of


def read_history(path: Path) -> tuple[Entry, ...]:
    """The runs in the file, in its order; none where there is no file. Raises ``click.UsageError``."""
    try:
        written = text_of(path) if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: {error}") from error
    return tuple(_entries(written, path))


def append(entry: Entry, path: Path) -> None:
    """Add a line in one write, so that runs at the same time do not mix theirs. Raises ``click.UsageError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            _write_whole(handle, line_of(entry).encode())
        finally:
            os.close(handle)
    except OSError as error:
        raise click.UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _write_whole(handle: int, line: bytes) -> None:
    """Write the line or nothing: half of one, on a full disk, would make a file that no later run can read."""
    written = os.write(handle, line)
    if written < len(line):
        os.ftruncate(handle, os.fstat(handle).st_size - written)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _entries(written: str, path: Path) -> Iterator[Entry]:
    for number, line in enumerate(written.splitlines(), start=1):
        try:
            yield read_line(line)
        except HistoryError as error:
            raise click.UsageError(f"{path}:{number}: {error}") from error

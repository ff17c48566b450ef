"""Which files a command line means."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".txt", ".docx"})


class NothingToCheckError(ValueError):
    """A path does not exist or cannot be searched, or there is no article under any of the paths."""


def find_articles(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The articles meant by ``paths``, each once, in order of path.

    A file is taken as it is, whatever its suffix. A folder is searched for files with one of ``SUFFIXES``; hidden
    files and folders in it are skipped, linked folders are entered once. Raises ``NothingToCheckError``.
    """
    roots = sorted({Path(os.path.normpath(path)) for path in paths})
    seen: set[str] = set()
    try:
        found = {article for root in roots for article in _under(root, seen)}
    except OSError as error:
        raise NothingToCheckError(f"{error.strerror}: {error.filename}") from error
    if not found:
        raise NothingToCheckError(f"no article ({' '.join(sorted(SUFFIXES))}) in {', '.join(map(str, roots))}")
    return tuple(sorted(found, key=str))


def _under(root: Path, seen: set[str]) -> Iterator[Path]:
    if not stat.S_ISDIR(root.stat().st_mode):
        yield root
        return
    real = os.path.realpath(root)
    if real in seen:
        return
    seen.add(real)
    for entry in sorted(root.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _under(entry, seen)
        elif entry.suffix.lower() in SUFFIXES and (entry.is_file() or not entry.exists()):
            yield entry  # a link that leads nowhere too: it must be reported, not passed over

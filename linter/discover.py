"""Which files a command line means."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# Says whether to pass over a file or folder (True) found in a search.
Skip = Callable[[Path, bool], bool]

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".txt", ".docx"})


class NothingToCheckError(ValueError):
    """A path does not exist or cannot be searched, or there is no article under any of the paths."""


def nothing_skipped(path: Path, folder: bool) -> bool:
    """Pass over nothing."""
    return False


def find_articles(paths: Iterable[Path], skip: Skip = nothing_skipped) -> tuple[Path, ...]:
    """The articles meant by ``paths``, each once, in order of path.

    A file is taken as it is, whatever its suffix. A folder is searched for files with one of ``SUFFIXES``; hidden
    files and folders in it are skipped and so is what ``skip`` names (path, whether it is a folder), linked folders
    are entered once. Raises ``NothingToCheckError``.
    """
    roots = sorted({Path(os.path.normpath(path)) for path in paths})
    found = set(each_file(roots, skip))
    if not found:
        raise NothingToCheckError(f"no article ({' '.join(sorted(SUFFIXES))}) in {', '.join(map(str, roots))}")
    return tuple(sorted(found, key=str))


def each_file(paths: Iterable[Path], skip: Skip, endings: Iterable[str] = SUFFIXES) -> Iterator[Path]:
    """The files meant by ``paths`` as ``find_articles`` says it, one at a time: millions need not be held.

    ``endings`` are those of the names, in lower case, that are looked for. The order is that of a walk: the paths
    given, and what is in a folder, by name. Raises ``NothingToCheckError``.
    """
    wanted = tuple(endings)
    roots = sorted({Path(os.path.normpath(path)) for path in paths})
    seen: set[str] = set()
    met = dict.fromkeys(roots, False)  # a folder may hold what is named as well, and comes before it
    try:
        for root in roots:
            for found in _under(root, seen, skip, wanted):
                if not met.get(found):
                    yield found
                if found in met:
                    met[found] = True
    except OSError as error:
        raise NothingToCheckError(f"{error.strerror}: {error.filename}") from error


def _under(root: Path, seen: set[str], skip: Skip, endings: tuple[str, ...]) -> Iterator[Path]:
    if not stat.S_ISDIR(root.stat().st_mode):
        yield root
        return
    real = os.path.realpath(root)
    if real in seen:
        return
    seen.add(real)
    for name in sorted(os.listdir(root)):
        entry = root / name
        folder = entry.is_dir()
        if name.startswith(".") or skip(entry, folder):
            continue
        if folder:
            yield from _under(entry, seen, skip, endings)
        elif name.lower().endswith(endings) and (entry.is_file() or not entry.exists()):
            yield entry  # a link that leads nowhere too: it must be reported, not passed over

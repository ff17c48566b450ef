"""Which files a command line means."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from linter.readers.offered import offered_readers

# Says whether to pass over a file or folder (True) found in a search.
Skip = Callable[[Path, bool], bool]

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".txt", ".docx"})


class NothingToCheckError(ValueError):
    """A path does not exist or cannot be searched, or there is no article under any of the paths."""


def article_suffixes() -> frozenset[str]:
    """The suffixes that are looked for in folders: those of this program's readers and of the readers of others.

    Raises ``PluginError`` where two claim one suffix.
    """
    return SUFFIXES | offered_readers().keys()


def nothing_skipped(path: Path, folder: bool) -> bool:
    """Pass over nothing."""
    return False


def find_articles(paths: Iterable[Path], skip: Skip = nothing_skipped) -> tuple[Path, ...]:
    """The articles meant by ``paths``, each once, in order of path.

    A file is taken as it is, whatever its suffix. A folder is searched for files with one of ``article_suffixes``;
    hidden files and folders in it are skipped and so is what ``skip`` names (path, whether it is a folder), linked
    folders are entered once. A folder in it that cannot be searched stands among the articles: it is for the reader of
    them to say why. Raises ``NothingToCheckError``.
    """
    roots = sorted({Path(os.path.normpath(path)) for path in paths})
    suffixes = article_suffixes()
    found = {os.fspath(each): each for each in each_file(roots, skip, suffixes)}
    if not found:
        raise NothingToCheckError(f"no article ({' '.join(sorted(suffixes))}) in {', '.join(map(str, roots))}")
    return tuple(found[name] for name in sorted(found))


def each_file(paths: Iterable[Path], skip: Skip, endings: Iterable[str]) -> Iterator[Path]:
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
    ahead = _inside(root, os.path.realpath(root), seen)
    while ahead:  # not a call for each folder: a tree may be deeper than Python lets calls be
        path, real, entry = ahead.pop()
        folder = _is_folder(entry)
        if skip(path, folder):
            continue
        if not folder:
            if entry.name.lower().endswith(endings) and _may_be_read(entry):
                yield path
            continue
        try:
            ahead += _inside(path, os.path.realpath(path) if entry.is_symlink() else real, seen)
        except OSError:
            yield path  # reading it will say why nothing in it was checked


def _inside(folder: Path, real: str, seen: set[str]) -> list[tuple[Path, str, os.DirEntry[str]]]:
    """What is to look at in a folder, the first at the end: path, and path without links to folders on the way.

    Nothing where ``real``, the folder's path without links, was seen. Raises ``OSError``.
    """
    if real in seen:
        return []
    seen.add(real)
    with os.scandir(folder) as entries:
        inside = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    return [(folder / entry.name, os.path.join(real, entry.name), entry) for entry in reversed(inside)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, or into a folder that is closed to us
        return False


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    """True for a file, and for what cannot be looked at, as a link that leads nowhere: reading it will say why."""
    try:
        return entry.is_file() or not os.path.exists(entry.path)
    except OSError:
        return True

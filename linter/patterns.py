"""Patterns for paths, as ``.gitignore`` writes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePath

from pathspec import GitIgnoreSpec

_GITIGNORE = ".gitignore"


def matches(patterns: Iterable[str], path: PurePath, folder: bool = False) -> bool:
    """True when the relative path is meant by the patterns; a later ``!pattern`` takes it out again."""
    return _spec(tuple(patterns)).match_file(_name(path, folder))


class GitIgnored:
    """Says what git would ignore below ``top``, by every ``.gitignore`` on the way from the repository's root."""

    def __init__(self) -> None:
        self._of_folder = cache(self._specs)

    def __call__(self, path: Path, *, folder: bool) -> bool:
        """True for an absolute path that git ignores; ``folder`` says what it is."""
        return self.ignores(path.parent, path.name, folder)

    def ignores(self, home: Path, name: str, folder: bool) -> bool:
        """The same for what is called ``name`` in an absolute folder."""
        verdict = False
        for root, spec in self._of_folder(home):
            found = spec.check_file(_name((home / name).relative_to(root), folder)).include
            verdict = verdict if found is None else found
        return verdict

    def _specs(self, folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
        own = folder / _GITIGNORE
        mine = ((folder, _spec(_lines(own))),) if own.is_file() else ()
        if (folder / ".git").exists() or folder == folder.parent:
            return mine
        return (*self._of_folder(folder.parent), *mine)


def _name(path: PurePath, folder: bool) -> str:
    return path.as_posix() + ("/" if folder else "")


def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text("utf-8", "replace").splitlines())
    except OSError:
        return ()


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)

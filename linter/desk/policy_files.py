"""The files a run's policies stand in: suppressions beside the articles, and findings that are known."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from linter.config.model import Config
from linter.policy import baseline_file, sidecar
from linter.policy.baseline import Compared, Known, compare
from linter.policy.baseline_file import BaselineError, read_baseline
from linter.policy.sidecar import SidecarError, read_sidecar
from linter.policy.suppression import Suppression
from linter.regular_file import text_of
from linter.result import RunResult

T = TypeVar("T")


class PolicyFileError(ValueError):
    """A file of suppressions or known findings cannot be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The suppressions file of a run; ``path`` is ``None`` when there is none."""

    path: Path | None
    text: str = ""
    suppressions: tuple[Suppression, ...] = ()

    def article(self, suppression: Suppression) -> Path | None:
        """The article a suppression names."""
        return None if self.path is None or suppression.path is None else self.path.parent / suppression.path


def sidecar_path(config: Config, named: Path | None) -> Path:
    """The file named, or the configuration's, or the one beside the configuration."""
    return named or config.suppressions or config.root / sidecar.FILE_NAME


def sidecar_of(config: Config, named: Path | None) -> Sidecar:
    """The suppressions file, which need not be there when nobody names it. Raises ``PolicyFileError``."""
    path = sidecar_path(config, named)
    if not (named or config.suppressions or path.exists()):
        return Sidecar(None)
    return Sidecar(path, *_read(path, _text_and_suppressions))


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline at a place; articles are named relative to its folder. ``wanted``: somebody says it is there."""

    path: Path
    wanted: bool = False

    @classmethod
    def of(cls, config: Config, named: Path | None) -> BaselineFile:
        """The one named, or the configuration's, or the one beside the configuration."""
        path = named or config.baseline
        return cls(path or config.root / baseline_file.FILE_NAME, path is not None)

    def read(self) -> tuple[Known, ...]:
        """Its entries. Raises ``PolicyFileError``."""
        return _read(self.path, read_baseline)

    def known(self) -> tuple[Known, ...]:
        """Its entries; none when nobody says that it is there and it is not. Raises ``PolicyFileError``."""
        return self.read() if self.wanted or self.path.exists() else ()

    def name(self, path: str) -> str:
        """What the baseline calls an article."""
        return Path(os.path.relpath(path, self.path.parent)).as_posix()

    def gone(self, name: str) -> bool:
        """True when the article of that name is no longer there."""
        return not (self.path.parent / name).exists()

    def compare(self, result: RunResult, entries: Iterable[Known]) -> Compared:
        """The run held against these entries."""
        return compare(result, entries, self.name, self.gone)


def _text_and_suppressions(text: str) -> tuple[str, tuple[Suppression, ...]]:
    return text, read_sidecar(text)


def _read(path: Path, parse: Callable[[str], T]) -> T:
    try:
        there = path.stat()
        found: T = _parsed(path, (there.st_mtime_ns, there.st_size), parse)
        return found
    except (OSError, UnicodeDecodeError, SidecarError, BaselineError) as error:
        raise PolicyFileError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


@lru_cache(maxsize=16)
def _parsed(path: Path, _state: tuple[int, int], parse: Callable[[str], Any]) -> Any:
    """What the file says in that state: a text that is being edited is settled again and again."""
    return parse(text_of(path))

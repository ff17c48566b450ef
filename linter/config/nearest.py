"""Which configuration holds for which article: the nearest file above it, unless one was named for all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from linter.config.model import Config, Override
from linter.config.resolve import load_config
from linter.config.written import ConfigError, config_in
from linter.patterns import matches


def common_folder(paths: Iterable[Path]) -> Path:
    """The folder that all these files and folders lie in; the current one when there are none."""
    folders = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


class Configs:
    """The configurations of a run. ``named`` is the file given for all articles; ``isolated`` looks for none.

    ``confined`` is for whoever opens folders of strangers: what is found there names no rules outside of them.
    """

    def __init__(self, named: Path | None = None, *, isolated: bool = False, confined: bool = False) -> None:
        self._named = None if named is None else load_config(named)
        self._isolated = isolated
        self._confined = confined
        self._of_folder = cache(self._nearest)
        self._written_as = cache(lambda folder: self._of_folder(os.path.abspath(folder)))

    def __reduce__(self) -> tuple[Callable[..., Configs], tuple[object, ...]]:
        # Another process finds those of folders by itself.
        return _copied, (self._named, self._isolated, self._confined)

    def of_folder(self, folder: str | Path) -> Config:
        """The configuration that holds in a folder. Raises ``ConfigError`` when its file cannot be used."""
        return self._named or self._written_as(folder)

    def of_run(self, paths: Iterable[Path]) -> Config:
        """The configuration for what concerns a run as a whole: that of the folder all its paths lie in.

        Without any, what would lie beside it (a baseline, suppressions) lies in the current folder.
        """
        config = self.of_folder(common_folder(paths))
        return config if config.sources else replace(config, root=Path.cwd())

    def of_article(self, path: str | Path) -> Config:
        """The configuration of an article, its overrides narrowed to those whose patterns match it."""
        folder, name = os.path.split(path)
        config = self.of_folder(folder)
        if not config.overrides:
            return config
        article = Path(os.path.abspath(folder), name)
        return replace(config, overrides=tuple(each for each in config.overrides if _holds(each, article)))

    def _nearest(self, name: str) -> Config:
        folder = Path(name)
        if self._isolated:
            return Config(folder)
        found = config_in(folder)
        if found is not None:
            return _within(folder, load_config(found)) if self._confined else load_config(found)
        return Config(folder) if folder == folder.parent else self._of_folder(str(folder.parent))


def _copied(named: Config | None, isolated: bool, confined: bool) -> Configs:
    copy = Configs(isolated=isolated, confined=confined)
    copy._named = named
    return copy


def _within(folder: Path, config: Config) -> Config:
    """The configuration, if all its rules lie in the folder. Raises ``ConfigError``."""
    for each in config.references:
        if not each.resolve().is_relative_to(folder.resolve()):
            raise ConfigError(
                f"{config.sources[-1]}: the rules in {each} are outside of its folder; allow them by name"
            )
    return config


def _holds(override: Override, article: Path) -> bool:
    return article.is_relative_to(override.root) and matches(override.files, article.relative_to(override.root))

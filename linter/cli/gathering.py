"""The articles a command line means, with what the configuration says of each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import click

from linter.article import Article
from linter.config.nearest import Configs
from linter.desk.planning import Plan
from linter.discover import find_articles
from linter.patterns import GitIgnored, matches

STDIN = Path("-")


def gather(
    paths: Sequence[Path],
    stdin_filename: str | None,
    plan: Plan,
    *,
    force_exclude: bool = False,
    written: Iterable[Path] = (),
) -> list[Article]:
    """The articles of files, folders and standard input.

    ``force_exclude`` passes over named files too that a search would pass over: a hook names every file of a change.
    ``written`` are reports of this very run, which a search does not take for articles.
    Raises ``NothingToCheckError`` and ``click.UsageError``.
    """
    files = [path for path in paths if path != STDIN]
    if stdin_filename is not None and len(files) == len(paths):
        raise click.UsageError("--stdin-filename needs the path -")
    articles = [_at(path, plan.configs) for path in _found(files, Passed(plan.configs, written), force_exclude)]
    if len(files) < len(paths):
        articles.append(_piped(stdin_filename, plan.configs))
    return articles


def _found(files: Sequence[Path], passed: Passed, force_exclude: bool) -> Iterable[Path]:
    wanted = [path for path in files if not (force_exclude and passed(path, path.is_dir()))]
    return find_articles(wanted, passed) if wanted else ()


def _at(path: Path, configs: Configs) -> Article:
    region, published = configs.of_article(path).assumed
    return Article(os.fspath(path), region=region, published=published)


def _piped(name: str | None, configs: Configs) -> Article:
    region, published = configs.of_article(Path(name or "stdin")).assumed
    return Article(name or "<stdin>", sys.stdin.buffer.read(), region, published)


class Passed:
    """Says which files and folders a search passes over.

    What git ignores, what the configuration excludes, and what the run itself writes.
    """

    def __init__(self, configs: Configs, written: Iterable[Path]) -> None:
        self._configs = configs
        self._written = {os.path.abspath(each) for each in written}
        self._ignored = GitIgnored()
        self._home = cache(lambda folder: Path(os.path.abspath(folder)))

    def __call__(self, path: Path, folder: bool) -> bool:
        """True for what is passed over."""
        home = self._home(os.path.dirname(path))
        config = self._configs.of_folder(home)
        if self._is_written(home, path.name) or (config.gitignore and self._ignored.ignores(home, path.name, folder)):
            return True
        if not config.exclude or not home.is_relative_to(config.root):
            return False
        return matches(config.exclude, (home / path.name).relative_to(config.root), folder)

    def _is_written(self, home: Path, name: str) -> bool:
        return bool(self._written) and os.path.join(home, name) in self._written

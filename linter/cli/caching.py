"""The options that say where results are kept between runs, and the store they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from linter.article import Article
from linter.cache.store import Store
from linter.config.model import Config

FOLDER = ".factlint_cache"


@dataclass(frozen=True, slots=True)
class Caching:
    """What the command line says of the cache; ``folder`` is ``None`` where it names none."""

    off: bool
    folder: Path | None


def cache_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--cache-dir`` and ``--no-cache``; the command receives them as ``caching: Caching``."""

    @click.option(
        "--cache-dir",
        type=click.Path(path_type=Path),
        help=f"Folder for results the next run need not find again.  [by configuration, or {FOLDER}]",
    )
    @click.option("--no-cache", is_flag=True, help="Neither use nor keep results of other runs.")
    @wraps(command)
    def with_caching(*args: Any, cache_dir: Path | None, no_cache: bool, **options: Any) -> Any:
        return command(*args, caching=Caching(no_cache, cache_dir), **options)

    return with_caching


@contextmanager
def kept_results(caching: Caching, config: Config, articles: Iterable[Article]) -> Iterator[Store | None]:
    """The store for a run over the articles, closed at the end; ``None`` when all came by standard input.

    It lies beside the configuration file, or else in the current folder. What kept it from working is told on standard
    error: a run never fails for its cache.
    """
    if caching.off or all(article.data is not None for article in articles):
        yield None
        return
    home = config.root if config.sources else Path()
    store = Store(caching.folder or config.cache_dir or home / FOLDER)
    try:
        yield store
    finally:
        store.close()
        if store.trouble is not None:
            click.echo(f"factlint: 未用缓存 · no cache in {store.folder}: {store.trouble}", err=True)

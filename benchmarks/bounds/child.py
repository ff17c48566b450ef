"""Checks one file in a process of its own, forked from one that has loaded the rules."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from linter.archive.sources.columns import Columns
from linter.archive.sources.files import rows
from linter.article import Article
from linter.engine import lint_document
from linter.readers import UnreadableError
from linter.settings import Settings, bench_of
from linter.understanding import understand

_TABLES = (".jsonl", ".csv")
_WARMING = Article("article.md", "养老保险单位缴费16%,个人8%,基数7000元,个人缴560元。".encode())
_MOST_BYTES = 4 << 30


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds (infinite where it was ended or died) and the most memory held, in MB."""

    seconds: float
    megabytes: float


def cost_of(data: bytes, suffix: str, given: int) -> Cost:
    """What it takes to check a file with these bytes; a ``.jsonl`` or ``.csv`` is read as an archive.

    After ``given`` processor seconds it is ended.
    """
    with NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        return forked(lambda: _check_all(Path(file.name)), given)


def forked(work: Callable[[], object], given: int) -> Cost:
    """What a piece of work takes in a process of its own."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (given, given + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_BYTES, _MOST_BYTES))
        status = 1
        try:
            work()
            status = 0
        except BaseException as error:  # whatever it is, the parent goes on with the next input
            sys.stderr.write(f"{type(error).__name__}: {str(error)[:200]}\n")
        finally:
            os._exit(status)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime if status == 0 else float("inf")
    return Cost(seconds, usage.ru_maxrss / 1024)


def load() -> None:
    """Load rules and vocabulary, so that forked processes have them."""
    _check(_WARMING)


def _check_all(path: Path) -> None:
    for article in _articles(path):
        _check(article)


def _articles(path: Path) -> Iterator[Article]:
    if path.suffix not in _TABLES:
        yield Article.at(path)
        return
    for row in rows(path, Columns()):
        if row.fault is None:
            yield Article(row.path, row.data)


def _check(article: Article) -> None:
    bench = bench_of(Settings(date(2026, 11, 21)))
    try:
        lint_document(understand(article.read(), bench.regions, bench.vocabulary), bench)
    except UnreadableError as error:
        sys.stderr.write(f"unreadable: {error.reason.en}\n")

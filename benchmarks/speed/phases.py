"""Where the time of a run over unchanged files goes that is asked something new, phase by phase, each alone."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from linter.article import Article
from linter.cache.codec import decode
from linter.cache.key import bench_key, program_key, result_key
from linter.cache.store import Store
from linter.discover import find_articles
from linter.report import RenderOptions
from linter.run import run
from linter.settings import Settings, bench_of
from reports import text

Answer = TypeVar("Answer")


def timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Processor seconds, and what came of the work."""
    start = time.process_time()
    answer = work()
    return time.process_time() - start, answer


def phases(folder: Path) -> Iterator[tuple[str, float]]:
    """The phases of another run over ``folder/articles`` with the cache a first one left in ``folder``."""
    settings = Settings(date(2026, 11, 21))
    seconds, bench = timed(lambda: bench_of(settings))
    yield "loading checks, rules and vocabulary", seconds
    seconds, _ = timed(program_key)
    yield "digest of the program", seconds
    seconds, paths = timed(lambda: find_articles([folder / "articles"]))
    yield "finding the files", seconds
    articles = [Article.at(path) for path in paths]
    seconds, digests = timed(lambda: [hashlib.sha256(each.content()).hexdigest() for each in articles])
    yield "reading and digest of the files", seconds
    store, judged_by = Store(folder / ".factlint_cache"), bench_key(bench)
    names = [result_key(judged_by, sha, each.path, None, None) for sha, each in zip(digests, articles, strict=True)]
    seconds, kept = timed(lambda: [store.get(name) for name in names])
    yield "looking up", seconds
    found = [content for content in kept if content is not None]
    seconds, _ = timed(lambda: [decode(content, "a.md", bench.reference) for content in found])
    yield "restoring results", seconds
    whole, result = timed(lambda: run(articles, settings, store=store))
    store.close()
    yield "all of the run, these and comparing articles", whole
    seconds, _ = timed(lambda: text.render(result, lang="zh", options=RenderOptions()))
    yield "rendering as text", seconds

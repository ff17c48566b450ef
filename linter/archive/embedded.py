"""The embedded engine: guarded processes on this machine, fed and read in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from queue import SimpleQueue

import pyarrow as pa

from linter.archive.examining import examine, refused
from linter.archive.guard import Guard, Limits, Work
from linter.archive.tables import ARTICLES
from linter.settings import Settings

# Enough that no process waits for the one whose turn it is.
_AHEAD = 3
_ANY = {"id": "", "path": "any.md", "data": "社保1元。".encode()}


def examined(
    articles: Iterable[pa.RecordBatch], settings: Settings, limits: Limits, jobs: int
) -> Iterator[pa.RecordBatch]:
    """The ``EXAMINED`` rows of batches of ``ARTICLES``, in order, from ``jobs`` processes. Memory does not grow."""
    with ExitStack() as stack:
        guards: SimpleQueue[Guard] = SimpleQueue()
        for _ in range(jobs):
            guards.put(stack.enter_context(guard_for(settings, limits)))
        pool = stack.enter_context(ThreadPoolExecutor(jobs))
        waiting: deque[Future[pa.RecordBatch]] = deque()
        stack.callback(_give_up, waiting)
        for batch in articles:
            waiting.append(pool.submit(_through, guards, batch))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def guard_for(settings: Settings, limits: Limits) -> Guard:
    """A process that examines batches with these settings, each document within the limits."""
    return Guard(partial(_work, settings), partial(_refused, settings), limits)


def _work(settings: Settings) -> Work:
    """What is loaded on the way to a first document counts against the limits of none."""
    examine(pa.RecordBatch.from_pylist([_ANY], schema=ARTICLES), settings)
    return partial(_examine, settings)


def _examine(settings: Settings, batch: pa.RecordBatch, at: object) -> pa.RecordBatch:
    return examine(batch, settings, at)  # type: ignore[arg-type]


def _refused(settings: Settings, batch: pa.RecordBatch, kind: str) -> pa.RecordBatch:
    return refused(batch, settings, kind)


def _through(guards: SimpleQueue[Guard], batch: pa.RecordBatch) -> pa.RecordBatch:
    guard = guards.get()
    try:
        return guard(batch)
    finally:
        guards.put(guard)


def _give_up(waiting: Iterable[Future[pa.RecordBatch]]) -> None:
    for each in waiting:
        each.cancel()

"""Work spread over processes. One that dies costs the item it was at, and none outlives the process that asked."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_AT_ONCE = 8
# Enough that no process waits; few enough that little is done twice when one of them dies.
_AHEAD = 3


def spread(
    work: Callable[[Item], Answer], items: Sequence[Item], jobs: int, *, apart: bool = False
) -> Iterator[Answer | None]:
    """The answer for each item, in order, from ``jobs`` processes; ``None`` for an item that a process died of.

    What one process can do is done in this one, unless it is to stay ``apart`` because the work may be deadly.
    """
    if not apart and (jobs == 1 or len(items) == 1):
        yield from map(work, items)
        return
    left = deque(items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
    while left:
        yield from _until_one_dies(work, left, jobs)


def one_by_one(work: Callable[[Item], Answer], items: Sequence[Item]) -> Iterator[Answer | None]:
    """As ``spread``, one item at a time: where the process dies, that item is to blame."""
    from concurrent.futures.process import BrokenProcessPool

    left = deque(items)
    while left:
        with _pool(1) as pool:
            try:
                while left:
                    yield pool.submit(work, left.popleft()).result()
            except BrokenProcessPool:
                yield None


def _until_one_dies(work: Callable[[Item], Answer], left: deque[Sequence[Item]], jobs: int) -> Iterator[Answer | None]:
    """Take portions from ``left`` and answer them; a death ends it, when what was under way has been answered too."""
    from concurrent.futures.process import BrokenProcessPool

    asked: deque[tuple[Sequence[Item], Future[list[Answer]]]] = deque()
    with _pool(jobs) as pool:
        try:
            while left or asked:
                while left and len(asked) < jobs * _AHEAD:
                    asked.append((left[0], pool.submit(_each, work, left[0])))
                    left.popleft()
                yield from asked[0][1].result()
                asked.popleft()
        except BrokenProcessPool:
            pass
    for portion, answers in asked:
        yield from answers.result() if answers.exception() is None else one_by_one(work, portion)


def _each(work: Callable[[Item], Answer], portion: Sequence[Item]) -> list[Answer]:
    return [work(item) for item in portion]


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes. Whoever leaves early, as for an interrupt, does not wait for what they are at."""
    # Imported here: most runs check a few articles, and need no machinery for processes.
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=serve_parent)
    try:
        yield pool
    except BaseException:
        for process in list((pool._processes or {}).values()):
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def serve_parent() -> None:
    """In a process that another one started: leave it to that one to hear Ctrl-C, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

"""Work on batches, in processes of its own, a few batches ahead: the memory does not grow with their number."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

from linter.archive.faults import StoreError

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_AHEAD = 3


def answers(work: Callable[[Item], Answer], items: Iterable[Item], jobs: int) -> Iterator[Answer]:
    """The answer for each item, in order. With one job, or one item, in this process, which ``work`` need not leave.

    Raises ``StoreError`` when a process dies.
    """
    items = iter(items)
    first = list(islice(items, 2))
    items = chain(first, items)
    if jobs == 1 or len(first) < 2:
        yield from map(work, items)
        return
    waiting: deque[Future[Answer]] = deque()
    # A database has threads, which a forked process would lose.
    try:
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise StoreError("a process that judged claims died") from error

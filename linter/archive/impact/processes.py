"""Work on batches, in processes of its own, a few batches ahead: the memory does not grow with their number."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_AHEAD = 3


def answers(work: Callable[[Item], Answer], items: Iterable[Item], jobs: int) -> Iterator[Answer]:
    """The answer for each item, in order. With one job in this process, which ``work`` need not leave then.

    Raises ``BrokenProcessPool`` when a process dies.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[Future[Answer]] = deque()
    # A database has threads, which a forked process would lose.
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

"""Work spread over processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from linter.shadowing import importing_nothing_from_here

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_AT_ONCE = 8


def spread(work: Callable[[Item], Answer], items: Sequence[Item], jobs: int) -> Iterator[Answer | None]:
    """The answer for each item, in order, from ``jobs`` processes; ``None`` from where on a process died."""
    if jobs == 1 or len(items) == 1:
        yield from map(work, items)
        return
    # Imported here: most runs check a few articles, and need no machinery for processes.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with importing_nothing_from_here(), ProcessPoolExecutor(jobs) as pool:
            for answer in pool.map(work, items, chunksize=_AT_ONCE):
                done += 1
                yield answer
    except BrokenProcessPool:
        yield from (None for _ in items[done:])

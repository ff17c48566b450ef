"""How far a scan is: documents done, their rate, and the time left where the size of the corpus is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Never

from tqdm import tqdm

_EVERY = 30.0


@contextmanager
def scan_progress(total: int | None) -> Iterator[Callable[[int], None]]:
    """Something to call with the number of documents that are done. Where nobody watches, a line every half minute."""
    watched = sys.stderr.isatty()
    with tqdm(total=total, unit=" docs", mininterval=0.1 if watched else _EVERY, file=sys.stderr) as bar:
        yield lambda done: _advance(bar, done)


def _advance(bar: tqdm[Never], done: int) -> None:
    bar.update(done)

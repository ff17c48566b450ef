"""How far a scan is: documents done, their rate, and the time left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Never

from tqdm import tqdm

from linter.archive.sources.corpus import Draw
from linter.archive.sources.files import Outlook

_OFTEN, _SELDOM = 0.1, 30.0


@contextmanager
def scan_progress(outlook: Outlook, drawing: Draw | None = None) -> Iterator[Callable[[int], None]]:
    """Something to call with the number of documents that are done. Where nobody watches, it tells now and then.

    A corpus whose articles are not counted is measured by the bytes that its ``drawing`` has read of it.
    """
    pace = _OFTEN if sys.stderr.isatty() else _SELDOM
    with tqdm(total=outlook.count, unit=" docs", mininterval=pace, file=sys.stderr) as bar:
        yield lambda done: _tell(bar, done, outlook, drawing)


def _tell(bar: tqdm[Never], done: int, outlook: Outlook, drawing: Draw | None) -> None:
    if outlook.count is None and drawing is not None and drawing.read:
        # What was read stands for what is done: the engine is only some batches behind.
        bar.total = round((bar.n + done) * outlook.size / drawing.read)
    bar.update(done)

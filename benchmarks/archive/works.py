"""Works for guarded processes that are not the linter's own: one that does nothing, and one that poison gets into."""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Callable, Mapping

import pyarrow as pa

from linter.archive import embedded
from linter.archive.examining import judge_name, named
from linter.archive.guard import Work
from linter.archive.tables import EXAMINED, TABLES
from linter.settings import Settings

_POISON = re.compile("毒[((](.+?)[))]")


def _loop() -> None:
    while True:
        pass


def _raise() -> None:
    raise ValueError("an article that nobody expected")


POISONS: Mapping[str, Callable[[], object]] = {
    "raise": _raise,
    "segfault": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(0),
    "loop": _loop,
    "bloat": lambda: [bytes(1 << 20) for _ in range(1 << 14)],
}
KINDS: Mapping[str, str] = {
    "raise": "crash",
    "segfault": "died",
    "exit": "died",
    "loop": "too-slow",
    "bloat": "too-big",
}
"""What each is reported as."""


def poisoned(settings: Settings) -> Work:
    """The linter's own work, except for articles that name a poison."""
    examined = embedded._work(settings)

    def work(batch: pa.RecordBatch, at: Callable[[int], None]) -> pa.RecordBatch:
        texts = [data.decode("utf-8", "replace") for data in batch.column("data").to_pylist()]

        def told(row: int) -> None:
            at(row)
            found = _POISON.search(texts[row])
            if found:
                POISONS[found[1]]()

        return examined(batch, told)

    return work


def empty(settings: Settings) -> Work:
    """Every article is a document of which nothing is known but its name."""
    judge = judge_name(settings)

    def work(batch: pa.RecordBatch, at: Callable[[int], None]) -> pa.RecordBatch:
        rows = []
        for number, row in enumerate(named(batch, judge).to_pylist()):
            at(number)
            rows.append({"document": row["document"]} | {table: [] for table in TABLES} | {"documents": [row]})
        return pa.RecordBatch.from_pylist(rows, schema=EXAMINED)

    return work

"""What a Python worker of Spark does with its share of the articles: examines them under guard, writes parts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyspark import TaskContext

from linter.archive.embedded import guard_for
from linter.archive.guard import Guard, Limits
from linter.archive.spark.copies import Names, originals, with_copies
from linter.archive.spark.naming import as_articles
from linter.archive.store.parts import in_parts, split, write_part
from linter.archive.tables import NAMED
from linter.settings import Settings

PART = 4096
"""How many documents a part has: what a worker holds in memory."""

_WRITTEN: list[tuple[str, pa.DataType]] = [
    ("partition", pa.int32()),
    ("part", pa.string()),
    ("documents", pa.int32()),
    ("rows", pa.map_(pa.string(), pa.int32())),
]
WRITTEN = pa.schema(_WRITTEN)
"""A part that was written: of which partition, its name, its documents, the rows of each of its tables."""


class UnlikeDriverError(RuntimeError):
    """A worker judges with another program or other rules than the driver."""


@dataclass(frozen=True, slots=True)
class Share:
    """What all shares have in common. ``scan`` names the scan and no other, ``home`` is where relative paths begin."""

    scan: str
    folder: Path
    home: str
    settings: Settings
    limits: Limits

    def examine(self, articles: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Examine articles (``KEYED``), write parts, and tell which (``WRITTEN``).

        The parts of each attempt at a share have names of their own: an attempt that was given up, and goes on
        unnoticed, can do no harm. Raises ``UnlikeDriverError``, ``GuardError``, ``OSError``.
        """
        os.chdir(self.home)
        task = TaskContext.get()
        assert task is not None
        guard = _guard(self.settings, self.limits)
        for number, batches in enumerate(in_parts(articles, PART)):
            name = f"{self.scan}-{task.taskAttemptId()}-{number}"
            told = {
                "partition": task.partitionId(),
                "part": name,
                "documents": sum(batch.num_rows for batch in batches),
                "rows": list(write_part(self.folder, name, _examined(guard, batches)).items()),
            }
            yield pa.RecordBatch.from_pylist([told], schema=WRITTEN)


@cache
def _guard(settings: Settings, limits: Limits) -> Guard:
    """The one guard of this Python worker, for all its tasks; its child ends with the worker."""
    return guard_for(settings, limits)


def _examined(guard: Guard, batches: Sequence[pa.RecordBatch]) -> Mapping[str, pa.Table]:
    """The tables of these articles (``KEYED``); of those that repeat each other, one is examined."""
    names = [row for batch in batches for row in _names(batch)]
    original = originals(names)
    chosen = pa.array(sorted(set(original.values())))
    articles = (batch.filter(pc.is_in(batch.column("id"), value_set=chosen)) for batch in batches)
    tables = split(guard(as_articles(batch)) for batch in articles if batch.num_rows)
    _require_likeness(tables, names)
    return {table: with_copies(rows, names, original) for table, rows in tables.items()}


def _names(batch: pa.RecordBatch) -> list[dict[str, str]]:
    return batch.select(["id", *NAMED.names[1:]]).rename_columns(NAMED.names).to_pylist()


def _require_likeness(tables: Mapping[str, pa.Table], names: Iterable[Names]) -> None:
    """Raise ``UnlikeDriverError`` unless the outcomes are those of the contents that the driver's names name."""
    outcomes = {each for table in ("documents", "problems") for each in tables[table].column("content").to_pylist()}
    if outcomes != {row["content"] for row in names}:
        raise UnlikeDriverError("this worker has another version of factlint, or other rules, than the driver")

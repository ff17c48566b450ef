"""Rows of a source as batches of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from linter.archive.sources.record import Row
from linter.archive.tables import ARTICLES, BATCH

BATCH_BYTES = 8 << 20
"""A batch of long articles is cut earlier: several batches are under way at once."""

_BETWEEN_LANGUAGES = "\x1f"


def cut(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows in lists that fit into a batch."""
    held: list[Row] = []
    weight = 0
    for row in rows:
        if held and (len(held) == BATCH or weight + len(row.data) > BATCH_BYTES):
            yield held
            held, weight = [], 0
        held.append(row)
        weight += len(row.data)
    if held:
        yield held


def batch_of(rows: Sequence[Row], names: Sequence[str]) -> pa.RecordBatch:
    """The rows as the schema ``ARTICLES`` has them, under these names."""
    columns: dict[str, list[object]] = {
        "id": [*names],
        "path": [row.path for row in rows],
        "data": [row.data for row in rows],
        "title": [row.title for row in rows],
        "published": [row.published for row in rows],
        "region": [row.region for row in rows],
        "url": [row.url for row in rows],
        "fault": [row.fault and f"{row.fault.zh}{_BETWEEN_LANGUAGES}{row.fault.en}" for row in rows],
    }
    return pa.RecordBatch.from_pydict(columns, schema=ARTICLES)

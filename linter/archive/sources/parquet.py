"""Parquet files: read a page of a row group at a time, and of the columns only those that are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.sources.record import Record
from linter.archive.tables import BATCH
from linter.messages import say

# Without it, and with anything fetched ahead, a whole column of a row group is held.
_BUFFER = 1 << 20


@dataclass(frozen=True)
class Parquet:
    """A Parquet file. Raises ``OSError`` or ``ValueError`` when it is none."""

    path: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of the schema."""
        return tuple(self._schema_and_count[0])

    @property
    def count(self) -> int:
        """The number of rows, as the file's footer says it."""
        return self._schema_and_count[1]

    @cached_property
    def _schema_and_count(self) -> tuple[list[str], int]:
        with pq.ParquetFile(self.path) as file:
            return file.schema_arrow.names, file.metadata.num_rows

    def records(self, used: tuple[str, ...]) -> Iterator[Record]:
        """A record for each row; a row group that is damaged ends with one that says so, the next is read."""
        size = self.path.stat().st_size
        with pq.ParquetFile(self.path, buffer_size=_BUFFER, pre_buffer=False) as file:
            first = 1
            for group in range(file.num_row_groups):
                position = size * first // max(1, self.count)
                yield from _of_group(file, group, used, first, position)
                first += file.metadata.row_group(group).num_rows


def _of_group(file: pq.ParquetFile, group: int, used: tuple[str, ...], first: int, position: int) -> Iterator[Record]:
    number = first
    try:
        for batch in file.iter_batches(BATCH, row_groups=[group], columns=list(used)):
            for values in _plain(batch):
                yield Record(number, position, values)
                number += 1
    except (OSError, ValueError, pa.ArrowException) as error:
        yield Record(number, position, {}, say("source.row-group-lost", group=group + 1, row=number, detail=str(error)))


def _plain(batch: pa.RecordBatch) -> Sequence[Mapping[str, object]]:
    """The rows as Python has them; moments to the microsecond, which is as fine as Python knows them."""
    columns = [_in_microseconds(column) for column in batch.columns]
    rows: Sequence[Mapping[str, object]] = pa.RecordBatch.from_arrays(columns, batch.schema.names).to_pylist()
    return rows


def _in_microseconds(column: pa.Array[Any]) -> pa.Array[Any]:
    if not pa.types.is_timestamp(column.type):
        return column
    return column.cast(pa.timestamp("us", "UTC" if column.type.tz else None), safe=False)

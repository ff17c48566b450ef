"""A corpus as a Spark table of articles: the driver lists the files, the workers read them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from linter.archive.sources.batches import batch_of, cut
from linter.archive.sources.columns import Columns
from linter.archive.sources.files import rows
from linter.archive.tables import ARTICLES

PLACE = ("file", "row")
"""Where an article stands in its corpus: the order of all articles."""

_FILE: list[tuple[str, pa.DataType]] = [("file", pa.int64()), ("path", pa.binary())]
_FILES = pa.schema(_FILE)
_STEM = re.compile(r"(?:#\d+)+$")

_PLACED = (pa.field("file", pa.int64()), pa.field("row", pa.int64()), pa.field("stem", pa.string()))
READ = pa.schema([*list(ARTICLES), *_PLACED])
"""``ARTICLES`` with names as their sources have them. Names can only coincide, as they stand or once they are numbered,
when they have the same ``stem``."""


def read(spark: SparkSession, files: Sequence[Path], columns: Columns, home: str, tasks: int) -> DataFrame:
    """The articles (``READ``) of files, whose relative paths begin in the folder ``home`` on every node."""
    paths = [os.fsencode(path) for path in files]
    table = spark.createDataFrame(pa.table([range(len(paths)), paths], schema=_FILES))
    shares = table.repartition(max(1, min(len(paths), tasks)))
    return shares.mapInArrow(lambda batches: _read(batches, columns, home), from_arrow_schema(READ))


def _read(files: Iterator[pa.RecordBatch], columns: Columns, home: str) -> Iterator[pa.RecordBatch]:
    os.chdir(home)
    for batch in files:
        for file in batch.to_pylist():
            yield from _articles(file["file"], Path(os.fsdecode(file["path"])), columns)


def _articles(file: int, path: Path, columns: Columns) -> Iterator[pa.RecordBatch]:
    numbers = count()
    for held in cut(rows(path, columns)):
        names = [row.id for row in held]
        place = [pa.array([file] * len(held)), pa.array([next(numbers) for _ in held])]
        stems = pa.array(map(_stem, names), pa.string())
        yield pa.RecordBatch.from_arrays([*batch_of(held, names).columns, *place, stems], schema=READ)


def _stem(name: str) -> str:
    return _STEM.sub("", name)

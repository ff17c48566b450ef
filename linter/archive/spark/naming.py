"""Names and keys of the articles of a Spark table: the same as the embedded engine gives."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from linter.archive.examining import named
from linter.archive.sources.unique import UniqueNames
from linter.archive.spark.reading import PLACE, READ
from linter.archive.tables import ARTICLES

KEYED = pa.schema([field for field in READ if field.name != "stem"] + [pa.field("key", pa.string())])
"""Articles with a name of their own, and the name of their outcome."""


def keyed(articles: DataFrame, tasks: int, judge: bytes) -> DataFrame:
    """The articles with names and keys (``KEYED``), in ``tasks`` partitions, each in the order of the corpus.

    Articles whose names could coincide meet in one partition.
    """
    together = articles.repartition(tasks, "stem").sortWithinPartitions(*PLACE)
    return together.mapInArrow(lambda batches: _keyed(batches, judge), from_arrow_schema(KEYED))


def as_articles(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Rows of Spark as ``ARTICLES``."""
    return batch.select(ARTICLES.names).cast(ARTICLES)


def _keyed(batches: Iterator[pa.RecordBatch], judge: bytes) -> Iterator[pa.RecordBatch]:
    names = UniqueNames()
    for batch in batches:
        unique = pa.array([names.unique(row["id"]) for row in batch.select(["id"]).to_pylist()])
        place = [batch.column(column) for column in PLACE]
        articles = as_articles(batch)
        keys = named(articles, judge).column("key").combine_chunks()
        yield pa.RecordBatch.from_arrays([unique, *articles.columns[1:], *place, keys], schema=KEYED)

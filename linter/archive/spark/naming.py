"""Names of the articles of a Spark table, and of their contents: the same as the embedded engine gives."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from linter.archive.examining import named
from linter.archive.sources.unique import UniqueNames
from linter.archive.spark.reading import PLACE, READ
from linter.archive.tables import ARTICLES, NAMED

_ADDED = ("site", "key", "content")

KEYED = pa.schema([*[field for field in READ if field.name != "stem"], *[NAMED.field(name) for name in _ADDED]])
"""Articles in their places, each with a name of its own, and the names ``NAMED`` explains."""


def keyed(articles: DataFrame, tasks: int, judge: bytes) -> DataFrame:
    """The articles (``READ``) as ``KEYED``, in ``tasks`` partitions. ``judge`` is a ``judge_name``.

    Those whose names could coincide meet in one partition, in the order of the corpus.
    """
    together = articles.repartition(tasks, "stem").sortWithinPartitions(*PLACE)
    return together.mapInArrow(lambda batches: _keyed(batches, judge), from_arrow_schema(KEYED))


def as_articles(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Rows of Spark as ``ARTICLES``."""
    return batch.select(ARTICLES.names).cast(ARTICLES)


def _keyed(batches: Iterator[pa.RecordBatch], judge: bytes) -> Iterator[pa.RecordBatch]:
    seen = UniqueNames()
    for batch in batches:
        unique = pa.array([seen.unique(row["id"]) for row in batch.select(["id"]).to_pylist()])
        articles = as_articles(batch)
        articles = articles.set_column(0, "id", unique)
        (names,) = named(articles, judge).select(_ADDED).to_batches()
        columns = [*articles.columns, *batch.select(PLACE).columns, *names.columns]
        yield pa.RecordBatch.from_arrays(columns, schema=KEYED)

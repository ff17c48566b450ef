"""The examined shares of a scan as parts of its store, as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, TypeAlias

import pyarrow as pa
from pyspark import Accumulator, AccumulatorParam
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from linter.archive.spark.examining import WRITTEN, Share

Parts: TypeAlias = list[dict[str, Any]]
"""Rows of ``WRITTEN``."""

_LOOK_EVERY = 1.0


class _ByPartition(AccumulatorParam[dict[int, Parts]]):
    """Collects the parts of each partition on the driver, as soon as its task has ended."""

    def zero(self, value: dict[int, Parts]) -> dict[int, Parts]:
        return {}

    def addInPlace(self, value1: dict[int, Parts], value2: dict[int, Parts]) -> dict[int, Parts]:  # noqa: N802
        return {**value2, **value1}


def written(articles: DataFrame, share: Share) -> Iterator[Parts]:
    """Examine the articles (``KEYED``) and write them. Yields the parts of each partition once, soon after its end.

    An attempt that succeeds counts, whether or not others are made. When the driver stops in between, what was yielded
    is done with.
    """
    context = articles.sparkSession.sparkContext
    ended = context.accumulator({}, _ByPartition())
    told = articles.mapInArrow(lambda batches: _telling(share.examine(batches), ended), from_arrow_schema(WRITTEN))
    seen: set[int] = set()
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(told.toArrow)
        try:
            while wait([job], _LOOK_EVERY).not_done:
                yield from _unseen(ended.value, seen)
            yield from _unseen(_by_partition(job.result().to_pylist()), seen)
        except BaseException:
            context.cancelAllJobs()
            raise


def _telling(written: Iterable[pa.RecordBatch], ended: Accumulator[dict[int, Parts]]) -> Iterator[pa.RecordBatch]:
    parts: Parts = []
    for batch in written:
        parts += batch.to_pylist()
        yield batch
    ended.add(_by_partition(parts))


def _unseen(partitions: Mapping[int, Parts], seen: set[int]) -> Iterator[Parts]:
    for partition in sorted(partitions.keys() - seen):
        seen.add(partition)
        yield partitions[partition]


def _by_partition(parts: Parts) -> dict[int, Parts]:
    found: dict[int, Parts] = {}
    for part in parts:
        found.setdefault(part["partition"], []).append(part)
    return found

"""A corpus into a store, by Spark: the driver plans and keeps the manifest, the workers read, examine and write."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pyspark import StorageLevel
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as sql

from linter.archive.examining import judge_name
from linter.archive.guard import Limits
from linter.archive.scanning import judged_by
from linter.archive.sources.batches import BATCH_BYTES
from linter.archive.sources.corpus import Corpus
from linter.archive.sources.files import size_of
from linter.archive.spark.examining import Share
from linter.archive.spark.naming import keyed
from linter.archive.spark.reading import PLACE, read
from linter.archive.spark.writing import written
from linter.archive.store import Manifest, Store
from linter.archive.store.writing import writing
from linter.archive.tables import BATCH
from linter.settings import Settings

_TASKS_A_CORE = 8
_TASK_BYTES = 16 << 20
# Each task hands something to each of the next stage: more of them are a burden of their own.
_MOST_TASKS = 10_000
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
    "spark.sql.execution.arrow.maxBytesPerBatch": str(BATCH_BYTES),
}


def scan(
    spark: SparkSession,
    corpus: Corpus,
    folder: Path,
    settings: Settings,
    limits: Limits,
    home: str,
    progress: Callable[[int], None] = lambda _: None,
) -> Manifest:
    """Bring the store in ``folder`` to what the corpus is now, and return its manifest: as ``linter.archive.scanning``.

    Corpus and store lie where every node sees them, under the same paths; relative ones begin in ``home``. Raises
    ``StoreError``, ``OSError``, ``NothingToCheckError``, and ``PySparkException`` when a share failed again and again.
    """
    session = _session(spark)
    with writing(folder, judged_by(settings)) as store:
        files = list(corpus.files())
        tasks = _tasks(session, files)
        articles = keyed(read(session, files, corpus.columns, home, tasks), tasks, judge_name(settings))
        kept = _kept(session, store.store, home)
        fresh = articles if kept is None else _unknown(articles.persist(StorageLevel.DISK_ONLY), kept, progress)
        share = Share(session.sparkContext.applicationId, folder, home, settings, limits)
        for parts in written(_shared_out(fresh, tasks), share):
            if parts:
                store.enter({part["part"]: dict(part["rows"]) for part in parts})
                progress(sum(part["documents"] for part in parts))
        store.settle({} if kept is None else _outdated(articles, kept))
        articles.unpersist()
        return store.store.manifest


def _session(spark: SparkSession) -> SparkSession:
    """A session of our own in the same application."""
    session = spark.newSession()
    for name, value in _SETTINGS.items():
        session.conf.set(name, value)
    return session


def _tasks(spark: SparkSession, files: Sequence[Path]) -> int:
    """Into how many shares a corpus is cut: by its size, but several for each core that is known by now."""
    by_size = min(_MOST_TASKS, sum(map(size_of, files)) // _TASK_BYTES)
    return max(by_size, _TASKS_A_CORE * spark.sparkContext.defaultParallelism)


def _kept(spark: SparkSession, store: Store, home: str) -> DataFrame | None:
    """Which documents (``document``, ``key``, ``part``) the store has; ``None`` when it has none."""
    files = [os.path.join(home, file) for table in ("documents", "problems") for file in store.files(table)]
    if not files:
        return None
    part = sql.regexp_extract("_metadata.file_name", r"(.*)\.parquet$", 1).alias("part")
    return spark.read.parquet(*files).select("document", "key", part).distinct()


def _unknown(articles: DataFrame, kept: DataFrame, progress: Callable[[int], None]) -> DataFrame:
    """The articles that are not in the store as they are."""
    same = _same(articles, kept)
    progress(articles.join(kept, same, "left_semi").count())
    return articles.join(kept, same, "left_anti")


def _shared_out(articles: DataFrame, tasks: int) -> DataFrame:
    """The articles in ``tasks`` shares. Those that repeat each other follow each other, so that one is examined."""
    return articles.repartition(tasks, "content").sortWithinPartitions("content", *PLACE)


def _outdated(articles: DataFrame, kept: DataFrame) -> Mapping[str, list[str]]:
    """By part, the documents that the corpus has no more, or has otherwise."""
    gone = kept.join(articles, _same(articles, kept), "left_anti").select("part", "document").distinct()
    found: dict[str, list[str]] = {}
    for part, document in gone.orderBy("part", "document").collect():
        found.setdefault(part, []).append(document)
    return found


def _same(articles: DataFrame, kept: DataFrame) -> Column:
    return (articles["id"] == kept["document"]) & (articles["key"] == kept["key"])

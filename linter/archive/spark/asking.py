"""Questions put to a store by Spark: the same SQL, for archives whose claims one machine cannot hold."""

from __future__ import annotations

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from linter.archive.questions.question import Question
from linter.archive.questions.statements import PARAMETER, Statement, statements
from linter.archive.questions.wanted import Wanted
from linter.archive.store import Store
from linter.archive.tables import TABLES

_BATCH = 1000
_SETTINGS = {"spark.sql.ansi.enabled": "true", "spark.sql.ansi.doubleQuotedIdentifiers": "true"}


def ask(
    spark: SparkSession, store: Store, question: Question, wanted: Wanted, *, limit: int | None = None
) -> pa.RecordBatchReader:
    """The answer, in the question's order: at most ``limit`` rows, which the driver has to hold.

    The files of the store lie where every node sees them. Raises ``PySparkException``.
    """
    session = _session_over(store, spark)
    asked = statements(question, wanted, limit)
    for table, made in asked.tables.items():
        # A table is made once, not again for every other that is made of it; two copies outlive a worker.
        kept = _run(session, made).localCheckpoint(True, StorageLevel.MEMORY_AND_DISK_2)
        kept.createOrReplaceTempView(table)
    return _run(session, asked.answer).toArrow().to_reader(_BATCH)


def _session_over(store: Store, spark: SparkSession) -> SparkSession:
    """A session of our own with the tables of the store, in which SQL reads as in DuckDB."""
    session = spark.newSession()
    for name, value in _SETTINGS.items():
        session.conf.set(name, value)
    for table, arrow in TABLES.items():
        schema, files = from_arrow_schema(arrow), store.files(table)
        rows = session.read.schema(schema).parquet(*files) if files else session.createDataFrame([], schema)
        rows.createOrReplaceTempView(table)
    return session


def _run(session: SparkSession, statement: Statement) -> DataFrame:
    return session.sql(PARAMETER.sub(r":\1", statement.text), args=statement.values)

"""Questions put to a database, and their answers as Arrow batches."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from linter.archive.questions.question import Question
from linter.archive.questions.statements import statements
from linter.archive.questions.wanted import Wanted

_BATCH = 1000


class ConditionError(ValueError):
    """A condition that is no condition on the columns of the answer."""


def ask(
    database: duckdb.DuckDBPyConnection,
    question: Question,
    wanted: Wanted,
    *,
    limit: int | None = None,
    where: str | None = None,
) -> pa.RecordBatchReader:
    """The answer, in the question's order: at most ``limit`` rows, those for which ``where`` holds.

    Tables made on the way stay until they are made again. Raises ``ConditionError``.
    """
    if where is not None:
        _require_condition(where)
    asked = statements(question, wanted, limit, where)
    for table, made in asked.tables.items():
        database.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {made.text}", made.values)
    try:
        found: pa.RecordBatchReader = database.sql(asked.answer.text, params=asked.answer.values).to_arrow_reader(
            _BATCH
        )
        return found
    except duckdb.Error as error:
        if where is None:
            raise
        raise ConditionError(str(error).partition("\n")[0]) from error


def _require_condition(text: str) -> None:
    """Raise ``ConditionError`` for what is more, or less, than one expression."""
    try:
        duckdb.SQLExpression(text)
    except duckdb.Error as error:
        raise ConditionError(str(error).partition("\n")[0]) from error

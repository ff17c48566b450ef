"""Questions put to a database, and their answers as Arrow batches."""

from __future__ import annotations

import re
from collections.abc import Mapping

import duckdb
import pyarrow as pa

from linter.archive.questions.question import Question
from linter.archive.questions.wanted import Value, Wanted

_ALL = 2**62
_BATCH = 1000
_PARAMETER = re.compile(r"\$(\w+)")


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
    rows = _ALL if limit is None else limit
    values = {**wanted.values, "limit": rows, "most": rows if where is None else _ALL}
    views = {**wanted.tables, **{name: question.statement(name) for name in question.inlined}}
    for table in question.tables:
        made = _with(views, f"SELECT * FROM ({question.statement(table)}) AS made")
        text = f"CREATE OR REPLACE TEMP TABLE {table} AS {made}"
        database.execute(text, _used(text, values))
    views["answer"] = question.statement(question.name)
    text = _with(views, f"SELECT * FROM answer {_where(where)} ORDER BY {question.order} LIMIT $limit")
    try:
        found: pa.RecordBatchReader = database.sql(text, params=_used(text, values)).to_arrow_reader(_BATCH)
        return found
    except duckdb.ProgrammingError as error:
        if where is None:
            raise
        raise ConditionError(str(error).partition("\n")[0]) from error


def _with(views: Mapping[str, str], text: str) -> str:
    return f"WITH {', '.join(f'{name} AS ({view})' for name, view in views.items())} {text}"


def _where(condition: str | None) -> str:
    return f"WHERE ({condition}\n)" if condition else ""


def _require_condition(text: str) -> None:
    """Raise ``ConditionError`` for what is more, or less, than one expression."""
    try:
        duckdb.SQLExpression(text)
    except duckdb.Error as error:
        raise ConditionError(str(error).partition("\n")[0]) from error


def _used(text: str, values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: values[name] for name in _PARAMETER.findall(text)}

"""A question as statements of SQL that build on each other, for whichever database is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from linter.archive.questions.question import Question
from linter.archive.questions.wanted import Value, Wanted

PARAMETER = re.compile(r"\$(\w+)")
"""How parameters are written."""

_ALL = 2**62


@dataclass(frozen=True, slots=True)
class Statement:
    """A query, and the values of its parameters."""

    text: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Statements:
    """``tables`` are made one after the other, under their names; of them ``answer`` is asked."""

    tables: Mapping[str, Statement]
    answer: Statement


def statements(question: Question, wanted: Wanted, limit: int | None = None, where: str | None = None) -> Statements:
    """What to say: for at most ``limit`` rows of the answer, those for which ``where`` holds, in its order."""
    rows = _ALL if limit is None else limit
    values = {**wanted.values, "limit": rows, "most": rows if where is None else _ALL}
    views = {**wanted.tables, **{name: question.statement(name) for name in question.inlined}}
    tables = {
        table: _with(views, f"SELECT * FROM ({question.statement(table)}) AS made", values) for table in question.tables
    }
    views["answer"] = question.statement(question.name)
    text = f"SELECT * FROM answer {_where(where)} ORDER BY {question.order} LIMIT $limit"
    return Statements(tables, _with(views, text, values))


def _with(views: Mapping[str, str], query: str, values: Mapping[str, Value]) -> Statement:
    text = f"WITH {', '.join(f'{name} AS ({view})' for name, view in views.items())} {query}"
    return Statement(text, {name: values[name] for name in PARAMETER.findall(text)})


def _where(condition: str | None) -> str:
    return f"WHERE ({condition}\n)" if condition else ""

"""What a question is answered, as JSON: some rows at a time, as they are and as people are shown them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain, islice
from typing import Any

import duckdb

from linter.archive.questions.answer import plain_json
from linter.archive.questions.asking import ask
from linter.archive.questions.question import QUESTIONS, Question
from linter.archive.questions.shown import shown
from linter.archive.questions.wanted import Wanted
from linter.archive.report.overview import PROBLEMS
from reference.plain_json import Json

PAGE = 50
"""How many rows a page has."""
FURTHEST = 200
"""The last page that can be asked for: who wants more asks for less, or writes the whole answer to a file."""

# Editors begin with what is worst.
_WORST_FIRST = "list_position(['error', 'warning', 'info'], severity), document, line, \"column\", code, fingerprint"
ASKED: Mapping[str, Question] = {
    **QUESTIONS,
    "findings": replace(QUESTIONS["findings"], order=_WORST_FIRST),
    "problems": PROBLEMS,
}
"""The questions by name."""


_TOTALS: Mapping[str, Question] = {"findings": Question("findings_total", order="findings", folder="report")}


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an answer from one place to another; ``total`` counts all of them where that is quick."""

    rows: Sequence[Mapping[str, Any]]
    total: Mapping[str, int] | None


def rows_of(database: duckdb.DuckDBPyConnection, name: str, wanted: Wanted, start: int, stop: int) -> Rows:
    """The rows of an answer from one place to another."""
    rows = list(islice(_rows(database, ASKED[name], wanted, stop), start, stop))
    total = next(_rows(database, _TOTALS[name], wanted, 1)) if name in _TOTALS else None
    return Rows(rows, total)


def answer_json(
    name: str, wanted: Wanted, page: int, total: Mapping[str, int] | None, rows: Sequence[Mapping[str, Any]], lang: str
) -> dict[str, Json]:
    """A page of an answer; ``rows`` are its own and one more, if there is one."""
    asked = {key: plain_json(value) for key, value in asdict(wanted).items() if value is not None}
    seen = rows[:PAGE]
    return {
        "question": name,
        "asked": asked,
        "page": page,
        "more": len(rows) > PAGE and page < FURTHEST,
        "total": None if total is None else dict(total),
        "rows": [{key: plain_json(value) for key, value in row.items()} for row in seen],
        "shown": _shown(name, seen, lang),
    }


def _rows(
    database: duckdb.DuckDBPyConnection, question: Question, wanted: Wanted, limit: int
) -> Iterator[dict[str, Any]]:
    return chain.from_iterable(batch.to_pylist() for batch in ask(database, question, wanted, limit=limit))


def _shown(name: str, rows: Sequence[Mapping[str, Any]], lang: str) -> dict[str, Json] | None:
    """The same in words, as a table; ``None`` for what is not shown as one."""
    if name not in QUESTIONS:
        return None
    table = shown(name)
    return {
        "title": table.title.in_language(lang),
        "columns": list(table.columns),
        "heads": list(table.heads(lang)),
        "rows": [list(table.cells(row, lang)) for row in rows],
        "sentences": [list(table.quoted(row)) for row in rows],
    }

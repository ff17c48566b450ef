"""An answer is asked for and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.spark_session import spark_session
from linter.cli.destinations import write, write_pieces
from linter.cli.exit_codes import FINE
from linter.messages import Message, say

if TYPE_CHECKING:
    from pyarrow import RecordBatchReader

    from linter.archive.questions.answer import Answer
    from linter.archive.questions.question import Question
    from linter.archive.store import Store

    Ask: TypeAlias = Callable[[Question, Wanted], RecordBatchReader]

FORMATS = ("text", "json", "csv", "parquet", "html")
# What people look at is cut off; one row more than is shown tells that there are more.
_SHOWN = {"text": 30, "html": 1000}


@dataclass(frozen=True, slots=True)
class Form:
    """How much of an answer is written, where and as what."""

    where: str | None
    limit: int | None
    format: str
    output: Path | None
    engine: str
    master: str | None
    lang: str

    @property
    def rows(self) -> int | None:
        """How many rows are asked for."""
        if self.format not in _SHOWN:
            return self.limit
        return self.shown + 1

    @property
    def shown(self) -> int:
        """How many rows people are shown."""
        return self.limit or _SHOWN[self.format]


def answer(store: Store, name: str, wanted: Wanted, form: Form) -> int:
    """Ask the store and write what it answers. Raises ``click.UsageError``."""
    from linter.archive.questions.question import QUESTIONS

    if form.format == "parquet" and form.output is None:
        raise click.UsageError("--format parquet needs --output FILE")
    with _asking(store, form) as ask:
        _write(_answered(store, QUESTIONS[name], wanted, form, ask), form)
    return FINE


@contextmanager
def _asking(store: Store, form: Form) -> Iterator[Ask]:
    """What asks: the database of this machine, or a cluster."""
    if form.engine == "spark":
        if form.where is not None:
            raise click.UsageError("--where is not for --engine spark")
        with spark_session(form.master) as spark:
            from linter.archive.spark import asking

            yield partial(asking.ask, spark, store, limit=form.rows)
    else:
        with _asking_here(store, form) as ask:
            yield ask


@contextmanager
def _asking_here(store: Store, form: Form) -> Iterator[Ask]:
    import duckdb

    from linter.archive.database import connect
    from linter.archive.questions.asking import ConditionError, ask

    with closing(connect(store)) as database:
        try:
            yield partial(ask, database, limit=form.rows, where=form.where)
        except (ConditionError, duckdb.DataError) as error:
            raise click.UsageError(f"--where: {error}") from error


def _answered(store: Store, question: Question, wanted: Wanted, form: Form, ask: Ask) -> Answer:
    from linter.archive.questions.answer import Answer, plain_json

    asked = {**asdict(wanted), "where": form.where}
    told = {name: plain_json(value) for name, value in asked.items() if value is not None}
    return Answer(question, told, store.manifest, ask(question, wanted), form.limit)


def _write(answer: Answer, form: Form) -> None:
    from linter.archive.questions.answer import as_csv, as_json, write_parquet

    match form.format:
        case "json":
            write_pieces(as_json(answer), form.output)
        case "csv":
            write_pieces(as_csv(answer), form.output)
        case "parquet":
            assert form.output is not None
            write_parquet(answer, form.output)
        case _:
            write(_shown(answer, form), form.output)


def _shown(answer: Answer, form: Form) -> str:
    """The answer for people."""
    from linter.archive.questions.page import as_page
    from linter.archive.questions.shown import shown
    from linter.cli.archive.answer_text import as_text

    rows = list(islice(chain.from_iterable(answer.pages()), form.rows))
    notes = list(_notes(answer, len(rows), form.shown))
    render = as_page if form.format == "html" else as_text
    return render(shown(answer.question.name), rows[: form.shown], notes, form.lang)


def _notes(answer: Answer, rows: int, shown: int) -> Iterator[Message]:
    if rows == 0:
        yield say("question.nothing")
    if rows > shown:
        yield say("question.more", shown=shown)
    if not answer.manifest.complete:
        yield say("question.incomplete")

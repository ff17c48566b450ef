"""An answer is asked for and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.destinations import write, write_pieces
from linter.cli.exit_codes import FINE
from linter.messages import Message, say

if TYPE_CHECKING:
    from linter.archive.questions.answer import Answer

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


def answer(folder: Path, name: str, wanted: Wanted, form: Form) -> int:
    """Ask the store in the folder and write what it answers. Raises ``click.UsageError`` and ``StoreError``."""
    from linter.archive.database import connect
    from linter.archive.questions.answer import Answer, plain_json
    from linter.archive.questions.asking import ConditionError, ask
    from linter.archive.questions.question import QUESTIONS
    from linter.archive.store import Store

    if form.format == "parquet" and form.output is None:
        raise click.UsageError("--format parquet needs --output FILE")
    store = Store.open(folder)
    with closing(connect(store)) as database:
        try:
            batches = ask(database, QUESTIONS[name], wanted, limit=form.rows, where=form.where)
        except ConditionError as error:
            raise click.UsageError(f"--where: {error}") from error
        asked = {**asdict(wanted), "where": form.where}
        told = {name: plain_json(value) for name, value in asked.items() if value is not None}
        _write(Answer(QUESTIONS[name], told, store.manifest, batches, form.limit), form)
    return FINE


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

"""An answer for the terminal: a table, with the sentences of each row below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.archive.questions.shown import Row, Shown
from linter.cli.table import aligned
from linter.messages import Message


def as_text(shown: Shown, rows: Sequence[Row], notes: Iterable[Message], lang: str) -> str:
    """The text; ``notes`` stand at its end."""
    return "".join(f"{line}\n" for line in (*_table(shown, rows, lang), *(each.in_language(lang) for each in notes)))


def _table(shown: Shown, rows: Sequence[Row], lang: str) -> Iterator[str]:
    if not rows:
        return
    head, *lines = aligned((shown.heads(lang), *(shown.cells(row, lang) for row in rows)))
    yield head
    for line, row in zip(lines, rows, strict=True):
        yield line
        yield from (f"  │ {sentence}" for sentence in shown.quoted(row))

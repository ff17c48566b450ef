"""The questions: which statements each is made of, and in what order its answer is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SQL. ``tables`` are made one after the other, each of what was before; then its answer is asked.

    ``inlined`` stand for what is too large to be kept. ``order`` leaves no two rows of the answer in either order.
    """

    name: str
    order: str
    tables: tuple[str, ...] = ()
    inlined: tuple[str, ...] = ()

    def statement(self, part: str) -> str:
        """The text of one of the tables, or of the answer, whose name is that of the question."""
        folder = files("linter.archive.questions")
        place = folder / self.name / f"{part}.sql" if self.tables else folder / f"{part}.sql"
        return place.read_text(encoding="utf-8")


QUESTIONS: Mapping[str, Question] = {
    each.name: each
    for each in (
        Question(
            "contradictions",
            order="odd_articles desc, odd_document, odd_line, odd_column, relative, odd, usual, usual_document",
            inlined=("told",),
            tables=(
                "numbers",
                "voices",
                "cells",
                "near",
                "usual",
                "odd",
                "accused",
                "backing",
                "backing_sites",
                "sides",
            ),
        ),
    )
}

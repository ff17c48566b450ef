"""The questions: which statements each is made of, and in what order its answer is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SQL. ``tables`` are made one after the other, each of what was before; then its answer is asked.

    ``inlined`` stand for what is too large to be kept. ``order`` leaves no two rows of the answer in either order;
    ``folder`` is where the statements lie, that of the answer under the question's name.
    """

    name: str
    order: str
    tables: tuple[str, ...] = ()
    inlined: tuple[str, ...] = ()
    folder: str = ""

    def statement(self, part: str) -> str:
        """The text of one of the tables, of what is inlined, or of the answer, which is called as the question."""
        return (files("linter.archive.questions") / self.folder / f"{part}.sql").read_text(encoding="utf-8")


_COMPARING = ("numbers", "voices", "cells", "near", "usual", "odd", "accused", "backing", "backing_sites", "sides")
_PLACE = 'document, line, "column"'

_QUESTIONS = (
    Question(
        "contradictions",
        order="odd_articles desc, odd_document, odd_line, odd_column, relative, odd, usual, usual_document, usual_line",
        tables=_COMPARING,
        inlined=("told",),
        folder="contradictions",
    ),
    Question(
        "contradicting",
        order=f"{_PLACE}, claim, relative, usual, usual_document, usual_line",
        tables=_COMPARING,
        inlined=("told",),
        folder="contradictions",
    ),
    Question("findings", order=f"{_PLACE}, code, fingerprint"),
    Question("claims", order="document, claim"),
    Question(
        "variance",
        order="subject, facets, region nulls first, articles desc, value, first_document, first_line, first_column",
    ),
    Question(
        "duplicates",
        order="copies desc, published nulls last, document",
        tables=("placed", "hubs", "copies"),
        folder="duplicates",
    ),
    Question("copied_sentences", order=f"articles desc, published nulls last, {_PLACE}"),
    Question("coverage", order="part"),
    Question("coverage_of_subjects", order="subject"),
)
QUESTIONS: Mapping[str, Question] = {each.name: each for each in _QUESTIONS}

"""The report of an archive, asked of its store: a fixed number of questions, a bounded number of rows each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

import duckdb

from linter.archive.questions.asking import ask
from linter.archive.questions.question import Question
from linter.archive.questions.wanted import Wanted
from linter.archive.report.model import Counts, Group, Overview, PageRow, ProblemRow, Root, RootFinding, Totals
from linter.archive.store import Manifest
from linter.messages import Message

PROBLEMS = Question("problems", order="document, kind, reason_zh, reason_en")
"""The articles that were not checked. A filter leaves all of them: of what was not read nothing is known."""

_BARS, _CHECKS, _PAGES, _ROOTS, _PROBLEMS = 10, 15, 50, 10, 50
_FOLDER = "report"
_WORST = "error desc, warning desc, info desc, document"
_MOST = "error + warning + info desc, error desc, warning desc, sentence_key"
# What is made for the first question that needs it is there for the others.
_COUNTS = Question("counts", order="documents", tables=("counted",), folder=_FOLDER)
_ROOT_SENTENCES = Question("roots", order=_MOST, tables=("root_sentences",), folder=_FOLDER)
_ROOT_FINDINGS = Question("root_findings", order="sentence_key, place", folder=_FOLDER)
_TOTALS = Question("totals", order="documents", folder=_FOLDER)
_REASONS = Question("reasons", order="numbers desc, reason", folder=_FOLDER)
_KINDS = Question("kinds", order="place", folder=_FOLDER)
_ORIGINS = Question("origins", order="place", folder=_FOLDER)
_MONTHS = Question("months", order="name nulls first", folder=_FOLDER)
_WORST_PAGES = Question("pages", order=_WORST, folder=_FOLDER)
_PROBLEM_KINDS = Question("problem_kinds", order="problems desc, kind", folder=_FOLDER)

Row = Mapping[str, Any]


def overview(database: duckdb.DuckDBPyConnection, manifest: Manifest, wanted: Wanted | None = None) -> Overview:
    """What a store holds of what is wanted; ``database`` is a connection to it."""
    wanted = wanted or Wanted()
    reader = _Reader(database, wanted)
    (counts,) = reader.rows(_COUNTS)
    judged = manifest.judged
    return Overview(
        version=judged.version,
        as_of=judged.as_of,
        profile=judged.profile,
        rules=judged.rules,
        reference_sha256=judged.reference_sha256,
        complete=manifest.complete,
        asked=tuple((name, str(value)) for name, value in asdict(replace(wanted, by="")).items() if value),
        totals=_totals(reader),
        with_findings=counts["documents"],
        counts=_counts(counts),
        families=reader.groups(_KINDS, by="family", limit=_BARS),
        checks=reader.groups(_KINDS, by="check", limit=_CHECKS),
        months=reader.groups(_MONTHS),
        sites=reader.groups(_ORIGINS, by="site", limit=_BARS),
        regions=reader.groups(_ORIGINS, by="region", limit=_BARS),
        pages=tuple(map(_page, reader.rows(_WORST_PAGES, limit=_PAGES))),
        roots=_roots(reader),
        problem_kinds=tuple((row["kind"], row["problems"]) for row in reader.rows(_PROBLEM_KINDS)),
        problems=tuple(map(_problem, reader.rows(PROBLEMS, limit=_PROBLEMS))),
    )


class _Reader:
    def __init__(self, database: duckdb.DuckDBPyConnection, wanted: Wanted) -> None:
        self._database = database
        self._wanted = wanted

    def rows(self, question: Question, *, by: str = "", limit: int | None = None) -> list[dict[str, Any]]:
        answer = ask(self._database, question, replace(self._wanted, by=by), limit=limit)
        return [row for batch in answer for row in batch.to_pylist()]

    def groups(self, question: Question, *, by: str = "", limit: int | None = None) -> tuple[Group, ...]:
        return tuple(
            Group(row["name"], row["documents"], _counts(row), row["merged"])
            for row in self.rows(question, by=by, limit=limit)
        )


def _counts(row: Row) -> Counts:
    return Counts(row["error"], row["warning"], row["info"])


def _totals(reader: _Reader) -> Totals:
    (row,) = reader.rows(_TOTALS)
    return Totals(**row, reasons=tuple((each["reason"], each["numbers"]) for each in reader.rows(_REASONS)))


def _page(row: Row) -> PageRow:
    named = {name: row[name] for name in ("document", "path", "url", "title", "site", "published")}
    return PageRow(**named, counts=_counts(row))


def _roots(reader: _Reader) -> tuple[Root, ...]:
    sentences = reader.rows(_ROOT_SENTENCES, limit=_ROOTS)
    found: dict[int, list[RootFinding]] = {row["sentence_key"]: [] for row in sentences}
    for row in reader.rows(_ROOT_FINDINGS):
        found[row["sentence_key"]].append(_root_finding(row))
    return tuple(_root(row, found[row["sentence_key"]]) for row in sentences)


def _root(row: Row, found: Iterable[RootFinding]) -> Root:
    return Root(row["sentence"], row["documents"], _counts(row), _page(row), tuple(found))


def _root_finding(row: Row) -> RootFinding:
    named = ("code", "name", "family", "severity", "quote", "suggestion", "expected", "findings")
    return RootFinding(**{name: row[name] for name in named}, message=Message(row["message_zh"], row["message_en"]))


def _problem(row: Row) -> ProblemRow:
    return ProblemRow(row["path"], row["kind"], Message(row["reason_zh"], row["reason_en"]))

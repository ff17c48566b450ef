"""The report of an archive, asked of its store: a fixed number of questions, a bounded number of rows each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from linter.archive.report.model import Counts, Group, Overview, PageRow, ProblemRow, Root, RootFinding, Totals
from linter.archive.store import Manifest
from linter.messages import Message

_BARS, _CHECKS, _PAGES, _ROOTS, _PROBLEMS = 10, 15, 50, 10, 50
_SAID = 3


def overview(database: duckdb.DuckDBPyConnection, manifest: Manifest) -> Overview:
    """What a store holds; ``database`` is a connection to it (``linter.archive.database.connect``)."""
    database.execute(f"CREATE OR REPLACE TEMP TABLE counted AS {question('counted')}")
    ask = _Asking(database)
    ((with_findings, *counts),) = ask.rows("counts")
    judged = manifest.judged
    return Overview(
        version=judged.version,
        as_of=judged.as_of,
        profile=judged.profile,
        rules=judged.rules,
        reference_sha256=judged.reference_sha256,
        complete=manifest.complete,
        totals=_totals(ask),
        with_findings=with_findings,
        counts=Counts(*counts),
        families=ask.groups("kinds", by="family", most=_BARS),
        checks=ask.groups("kinds", by="check", most=_CHECKS),
        months=ask.groups("months"),
        sites=ask.groups("origins", by="site", most=_BARS),
        regions=ask.groups("origins", by="region", most=_BARS),
        pages=tuple(_page(row) for row in ask.rows("pages", most=_PAGES)),
        roots=_roots(ask),
        problem_kinds=tuple((kind, number) for kind, number in ask.rows("problem_kinds")),
        problems=tuple(_problem(*row) for row in ask.rows("problems", most=_PROBLEMS)),
    )


@cache
def question(name: str) -> str:
    """The text of a question of this report."""
    return files(__package__).joinpath("asked", f"{name}.sql").read_text(encoding="utf-8")


class _Asking:
    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self._database = database

    def rows(self, name: str, **bound: Any) -> list[tuple[Any, ...]]:
        return self._database.execute(question(name), bound).fetchall()

    def groups(self, name: str, **bound: Any) -> tuple[Group, ...]:
        return tuple(
            Group(group, documents, Counts(error, warning, info), *merged)
            for group, documents, error, warning, info, *merged in self.rows(name, **bound)
        )


def _totals(ask: _Asking) -> Totals:
    ((documents, characters, *ledger),) = ask.rows("totals")
    numbers, bound, checked, unverifiable = ledger
    reasons = tuple((reason, number) for reason, number in ask.rows("reasons"))
    return Totals(documents, characters, numbers, bound, checked, unverifiable, reasons)


def _page(row: Sequence[Any]) -> PageRow:
    document, path, url, title, site, published, *counts = row
    return PageRow(document, path, url, title, site, published, Counts(*counts))


def _roots(ask: _Asking) -> tuple[Root, ...]:
    sentences = ask.rows("roots", most=_ROOTS)
    found = _root_findings(ask.rows("root_findings", keys=[row[0] for row in sentences], most=_SAID))
    return tuple(_root(row, found[row[0]]) for row in sentences)


def _root(row: Sequence[Any], found: Iterable[RootFinding]) -> Root:
    _, sentence, documents, error, warning, info, *first = row
    counts = Counts(error, warning, info)
    return Root(sentence, documents, counts, _page([*first, *counts.each]), tuple(found))


def _root_findings(rows: Iterable[Sequence[Any]]) -> Mapping[int, list[RootFinding]]:
    found: dict[int, list[RootFinding]] = {}
    for key, code, name, family, severity, zh, en, quote, suggestion, expected, findings in rows:
        said = RootFinding(code, name, family, severity, Message(zh, en), quote, suggestion, expected, findings)
        found.setdefault(key, []).append(said)
    return found


def _problem(path: str, kind: str, zh: str, en: str) -> ProblemRow:
    return ProblemRow(path, kind, Message(zh, en))

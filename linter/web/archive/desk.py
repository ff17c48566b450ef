"""Whoever asks the archive comes here: answers that were given are kept, so that leafing through them is quick."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, cast

import duckdb
import msgspec
from starlette.requests import Request

from linter.archive.questions.asking import ask
from linter.archive.questions.question import Question
from linter.archive.questions.wanted import Wanted
from linter.archive.report.ages import by_age
from linter.archive.report.model import Overview
from linter.archive.report.overview import overview
from linter.archive.store import Store
from linter.archive.tables import TABLES
from linter.control_characters import without_controls
from linter.drawing.columns import Column, columns
from linter.judging.statement_rules import statement_specs
from linter.web.archive.answers import ASKED, PAGE, Rows, answer_json, rows_of
from linter.web.archive.conditions import wanted_of
from linter.web.archive.shelf import Shelf
from linter.web.refusal import RefusedError
from linter.web.words import words
from reference.model import Rule
from reference.plain_json import Json
from reference.quantities import quantity_names

_KEPT = 64
_PAGES_AT_ONCE = 10
_NAMED = 500
_SITES = Question("sites", order="articles desc, site", folder="report")
_SUBJECTS = Question("subjects", order="claims desc, subject", folder="report")


class ArchiveDesk:
    """Answers requests about a store. ``rules`` tell what a subject in words means."""

    def __init__(self, shelf: Shelf, rules: tuple[Rule, ...]) -> None:
        self._shelf = shelf
        self._rules = rules
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    async def about(self, request: Request) -> dict[str, Json]:
        """What the store is, and the sites and subjects it has most of."""
        return cast("dict[str, Json]", await self._remembered(request, ("about",), _about))

    async def numbers(self, request: Request) -> dict[str, Json]:
        """The numbers of the report of what is wanted."""
        return cast("dict[str, Json]", msgspec.to_builtins(await self._overview(request)))

    async def ages(self, request: Request, lang: str) -> str:
        """What is wanted by the time of publication, as a drawing; empty where there is nothing to compare."""
        found = await self._overview(request)
        label = words()["archive.column"][lang].format
        drawn = [
            Column(
                group.name or "",
                group.counts.each,
                label(name=group.name, n=group.counts.total, documents=group.documents),
            )
            for group in by_age(found.months, found.as_of)
        ]
        drawing = columns(drawn, key="ages", title=words()["archive.by_age"][lang])
        # Not the method of Markup, which would escape what it puts in.
        return str.replace(drawing, "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)

    async def answer(self, request: Request, name: str, page: int, lang: str) -> dict[str, Json]:
        """A page of the answer to a question. Raises ``RefusedError`` for a question that nobody knows."""
        if name not in ASKED:
            raise RefusedError.of(404, "no-question", question=without_controls(name))
        wanted = wanted_of(request, self._rules)
        first = (page - 1) // _PAGES_AT_ONCE * _PAGES_AT_ONCE * PAGE
        # One more, so that the last page of them knows whether there is another.
        ask_rows = partial(_rows, name=name, wanted=wanted, start=first, stop=first + _PAGES_AT_ONCE * PAGE + 1)
        found = cast(Rows, await self._remembered(request, (name, repr(wanted), first), ask_rows))
        start = (page - 1) * PAGE - first
        return answer_json(name, wanted, page, found.total, found.rows[start : start + PAGE + 1], lang)

    async def _overview(self, request: Request) -> Overview:
        wanted = wanted_of(request, self._rules)
        found = await self._remembered(request, ("overview", repr(wanted)), partial(_overview, wanted=wanted))
        return cast(Overview, found)

    async def _remembered(
        self, request: Request, key: tuple[Hashable, ...], work: Callable[[duckdb.DuckDBPyConnection, Store], Any]
    ) -> Any:
        whole = (self._shelf.state, *key)
        found = self._kept[whole] if whole in self._kept else await self._shelf.ask(request, work)
        self._kept[whole] = found
        self._kept.move_to_end(whole)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found


def _rows(database: duckdb.DuckDBPyConnection, _store: Store, **what: Any) -> Rows:
    return rows_of(database, **what)


def _overview(database: duckdb.DuckDBPyConnection, store: Store, wanted: Wanted) -> Overview:
    return overview(database, store.manifest, wanted)


def _about(database: duckdb.DuckDBPyConnection, store: Store) -> dict[str, Json]:
    judged = store.manifest.judged
    return {
        "version": judged.version,
        "as_of": judged.as_of.isoformat(),
        "profile": judged.profile,
        "reference": {"rules": judged.rules, "sha256": judged.reference_sha256},
        "complete": store.manifest.complete,
        "rows": {table: store.manifest.rows(table) for table in TABLES},
        "sites": [row["site"] for row in _first(database, _SITES)],
        "subjects": [_subject(row["subject"]) for row in _first(database, _SUBJECTS)],
    }


def _first(database: duckdb.DuckDBPyConnection, question: Question) -> list[dict[str, Any]]:
    return [row for batch in ask(database, question, Wanted(), limit=_NAMED) for row in batch.to_pylist()]


def _subject(name: str) -> Json:
    """A subject with its names; of one that has none its own."""
    if name in statement_specs():
        said = statement_specs()[name].says
        return {"id": name, "zh": said.zh, "en": said.en}
    zh, en = quantity_names().get(name, (name, name))
    return {"id": name, "zh": zh, "en": en}

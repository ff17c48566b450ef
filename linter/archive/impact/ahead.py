"""Which sentences of a store become wrong on a day to come: a forecast without the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import groupby
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from linter.archive.faults import StoreError
from linter.archive.impact.again import CrashedError, Judged, Panel, judged
from linter.archive.impact.cases import CASE, claims_of, examples, find_cases, keep
from linter.archive.impact.processes import answers
from linter.archive.impact.selection import Turn
from linter.archive.impact.sparse import Kept, kept_kinds, sparse
from linter.bench import Bench
from linter.engine import ahead
from linter.finding import Finding
from linter.finding_order import in_order
from linter.forecast import Entry, entry_of, in_time
from linter.foresight import turning_days
from linter.text import Span
from reference.model import Reference

Foreseeing: TypeAlias = Callable[[], Bench]
"""Gives the bench: its horizon is the last day, its checks are those by foresight. Processes can be handed it."""

_COMING = pa.schema([("number", pa.int64())])
_DOCUMENTS = f"""
CREATE TEMP TABLE coming_documents AS
SELECT DISTINCT document FROM sorted JOIN cases USING ({CASE}) SEMI JOIN coming_cases USING (number)
"""
_NO_RULES = Reference((), "")


@dataclass(frozen=True, slots=True)
class _Outlook:
    panel: Panel
    bench: Bench
    turn: Turn
    last: date

    def days(self, kept: Sequence[Kept], rows: Sequence[Mapping[str, Any]]) -> tuple[date, ...]:
        """The days on which the judgement of one of the claims may change, in order."""
        own = turning_days([each.claim for each in kept], _NO_RULES, self.bench.as_of, self.last)
        return tuple(
            sorted({*own, *(day for row in rows for day in self.turn.days_between(row["kind"], row["subject"]))})
        )


@cache
def _outlook(foreseeing: Foreseeing) -> _Outlook:
    bench = foreseeing()
    last = bench.horizon or bench.as_of
    turn = Turn(bench.reference, bench.reference, bench.as_of, last)
    return _Outlook(Panel.of(replace(bench, checks=bench.judges)), bench, turn, last)


def foresee(database: duckdb.DuckDBPyConnection, foreseeing: Foreseeing, jobs: int, lang: str) -> tuple[Entry, ...]:
    """What is right on the bench's day and becomes wrong until its horizon, in order of day and place.

    Raises ``StoreError`` when a process dies, and for claims that cannot be judged.
    """
    outlook = _outlook(foreseeing)
    kinds = kept_kinds(outlook.panel.kinds())
    find_cases(database, outlook.turn, kinds)
    coming = answers(partial(coming_cases, foreseeing), examples(database), jobs)
    keep(database, "coming_cases", _COMING, coming)
    database.execute(_DOCUMENTS)
    documents = claims_of(database, "coming_documents", kinds)
    found = answers(partial(foresee_documents, foreseeing, lang), documents, jobs)
    return in_time(entry for entries in found for entry in entries)


def coming_cases(foreseeing: Foreseeing, cases: pa.RecordBatch) -> pa.RecordBatch:
    """Those of the cases of which something may be found on a day to come that is not found today."""
    outlook = _outlook(foreseeing)
    numbers = [{"number": row["number"]} for row in cases.to_pylist() if _may_turn(row, outlook)]
    return pa.RecordBatch.from_pylist(numbers, schema=_COMING)


def foresee_documents(foreseeing: Foreseeing, lang: str, claims: pa.RecordBatch) -> tuple[Entry, ...]:
    """The entries of documents, given by all of their claims."""
    outlook = _outlook(foreseeing)
    documents = groupby(claims.to_pylist(), key=lambda row: row["document"])
    return tuple(entry for name, rows in documents for entry in _of_document(name, list(rows), outlook, lang))


def _may_turn(row: Mapping[str, Any], outlook: _Outlook) -> bool:
    try:
        kept = [Kept.of(row)]
        (today,) = judged(kept, outlook.panel)
        for day in outlook.days(kept, [row]):
            (then,) = judged(kept, replace(outlook.panel, bench=replace(outlook.panel.bench, as_of=day)))
            if not _found(then) <= _found(today):
                return True
    except (CrashedError, ValueError) as error:
        raise StoreError(f"a claim cannot be judged: {error}") from error
    return False


def _found(stands: Judged) -> set[tuple[str, int, int]]:
    return {(each.code, each.start, each.end) for each in stands.reported}


def _of_document(name: str, rows: Sequence[Mapping[str, Any]], outlook: _Outlook, lang: str) -> Iterator[Entry]:
    kept = [Kept.of(row) for row in rows]
    understood = sparse(kept, name)
    outcomes, crashes = ahead(understood, outlook.bench, outlook.days(kept, rows))
    if crashes:
        raise StoreError(f"{name}: {crashes[0].reason.en}")
    for finding in in_order(outlook.bench.weigh(each for each in outcomes if isinstance(each, Finding))):
        position = _position(finding.span, kept, rows)
        yield entry_of(finding, understood.document, position, lang, outlook.bench.region_name)


def _position(span: Span, kept: Sequence[Kept], rows: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    """Line and column: those of a claim that begins there, else counted on from the nearest one before it."""
    before = [
        (each.claim.span.start, row)
        for each, row in zip(kept, rows, strict=True)
        if each.claim.span.start <= span.start
    ]
    start, row = max(before, key=lambda pair: pair[0])
    return row["line"], row["column"] + span.start - start

"""What becomes of cases, and of whole documents, between two benches: the work that processes share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from itertools import groupby
from typing import Any, TypeAlias

import pyarrow as pa

from linter.archive.impact.again import CrashedError, Judged, Panel, Reported, differences, judged
from linter.archive.impact.sparse import Kept
from linter.bench import Bench

Benches: TypeAlias = Callable[[], tuple[Bench, Bench]]
"""Gives what claims were judged with and what they are judged with now. Processes can be handed it."""

SIDES = ("before", "after")
"""How the columns of both sides begin."""
_REPORTED = tuple(field.name for field in fields(Reported))
_TEXT: pa.DataType = pa.string()
_WHOLE: pa.DataType = pa.int32()
_FLAG: pa.DataType = pa.bool_()
_BOTH: list[tuple[str, pa.DataType]] = [
    *((side, _TEXT) for side in SIDES),
    *((f"{side}_{name}", _WHOLE if name in ("start", "end") else _TEXT) for side in SIDES for name in _REPORTED),
]
CASES = pa.schema([("number", pa.int64()), ("together", _FLAG), ("crashed", _FLAG), *_BOTH])
"""A difference of a case: ``together`` when its documents must be judged whole, ``crashed`` when nothing is known."""
WHOLE = pa.schema([("document", _TEXT), ("claim", _WHOLE), ("crashed", _FLAG), *_BOTH])
"""A difference of a claim in a document that was judged whole."""


@dataclass(frozen=True, slots=True)
class Panels:
    """The checks of both sides."""

    before: Panel
    after: Panel

    def both(self, kept: Sequence[Kept]) -> tuple[tuple[Judged, Judged], ...]:
        """How each claim of a document stood and stands. Raises ``CrashedError``."""
        return tuple(zip(judged(kept, self.before), judged(kept, self.after), strict=True))


@cache
def panels_of(benches: Benches) -> Panels:
    """The checks that rest on rules, of both benches."""
    before, after = benches()
    return Panels(Panel.of(before), Panel.of(after))


def turn_cases(benches: Benches, examples: pa.RecordBatch) -> pa.RecordBatch:
    """What becomes of the cases with these examples (``number`` and ``sparse.COLUMNS``), as ``CASES``."""
    panels = panels_of(benches)
    return pa.RecordBatch.from_pylist(
        [change for row in examples.to_pylist() for change in _of_case(row, panels)], schema=CASES
    )


def turn_documents(benches: Benches, claims: pa.RecordBatch) -> pa.RecordBatch:
    """What becomes of claims of whole documents (``document``, ``claim`` and ``sparse.COLUMNS``), as ``WHOLE``."""
    panels = panels_of(benches)
    found: list[dict[str, Any]] = []
    for _, rows in groupby(claims.to_pylist(), key=lambda row: row["document"]):
        found += _of_document(list(rows), panels)
    return pa.RecordBatch.from_pylist(found, schema=WHOLE)


def _of_case(row: Mapping[str, Any], panels: Panels) -> Iterator[dict[str, Any]]:
    case = {"number": row["number"], "together": False, "crashed": False}
    try:
        ((before, after),) = panels.both([Kept.of(row)])
    except (CrashedError, ValueError):
        yield case | {"crashed": True}
        return
    case["together"] = before.together != after.together
    yield from (case | change for change in _changes(before, after))


def _of_document(rows: Sequence[Mapping[str, Any]], panels: Panels) -> Iterator[dict[str, Any]]:
    names = [{"document": row["document"], "claim": row["claim"], "crashed": False} for row in rows]
    try:
        both = panels.both([Kept.of(row) for row in rows])
    except (CrashedError, ValueError):
        yield from (name | {"crashed": True} for name in names)
        return
    for name, (before, after) in zip(names, both, strict=True):
        yield from (name | change for change in _changes(before, after))


def _changes(before: Judged, after: Judged) -> Iterator[dict[str, Any]]:
    for pair in differences(before, after):
        sides = zip(SIDES, (before, after), pair, strict=True)
        yield {
            name: value
            for side, stands, reported in sides
            for name, value in ((side, stands.state), *_columns(side, reported))
        }


def _columns(side: str, reported: Reported | None) -> Iterator[tuple[str, Any]]:
    if reported is not None:
        yield from ((f"{side}_{name}", value) for name, value in zip(_REPORTED, astuple(reported), strict=True))

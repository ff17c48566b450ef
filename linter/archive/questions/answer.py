"""An answer, ready to be written: what was asked of which store, and the rows as they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.questions.question import Question
from linter.archive.store.atomic import replaced
from linter.archive.store.manifest import Manifest
from linter.control_characters import without_controls
from linter.json_text import json_pieces
from linter.spreadsheet import csv_pieces
from reference.display import plain
from reference.plain_json import Json


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question. ``asked`` are the conditions it was asked under; ``batches`` can be read once."""

    question: Question
    asked: Mapping[str, Json]
    manifest: Manifest
    batches: pa.RecordBatchReader
    limit: int | None

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns."""
        return tuple(self.batches.schema.names)

    def pages(self) -> Iterator[list[dict[str, Any]]]:
        """The rows, some at a time."""
        return (batch.to_pylist() for batch in self.batches)


def as_csv(answer: Answer) -> Iterator[str]:
    """A row a row; lists are separated by line feeds."""
    rows = ({name: _cell(value) for name, value in row.items()} for page in answer.pages() for row in page)
    return csv_pieces(answer.columns, rows)


def as_json(answer: Answer) -> Iterator[str]:
    """One object, which ``schema/answer-v1.schema.json`` describes; new keys may be added."""
    judged = answer.manifest.judged
    before: dict[str, Json] = {
        "schema_version": "1.0",
        "question": answer.question.name,
        "store": {
            "version": judged.version,
            "as_of": judged.as_of.isoformat(),
            "profile": judged.profile,
            "rules": judged.rules,
            "reference_sha256": judged.reference_sha256,
            "complete": answer.manifest.complete,
        },
        "asked": dict(answer.asked),
    }
    rows = ({name: plain_json(value) for name, value in row.items()} for page in answer.pages() for row in page)
    return json_pieces(before, "rows", rows, {"limit": answer.limit})


def _cell(value: Any) -> object:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(map(without_controls, value))
    return plain(value) if isinstance(value, Decimal) else value


def write_parquet(answer: Answer, path: Path) -> None:
    """A Parquet file, which appears whole or not at all. Raises ``OSError``."""
    with replaced(path) as unfinished, pq.ParquetWriter(unfinished, answer.batches.schema) as file:
        for batch in answer.batches:
            file.write_batch(batch)


def plain_json(value: Any) -> Json:
    """A value of a table as JSON: days as they are written, exact numbers as text."""
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return plain(value)
        case list():
            return [plain_json(each) for each in value]
    found: Json = value
    return found

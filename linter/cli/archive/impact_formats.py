"""Changes of verdicts as text, JSON, CSV and Parquet, some thousand at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
import duckdb
import pyarrow.parquet as pq

from linter.archive.impact.impact import COLUMNS, Impact, change_rows
from linter.archive.impact.sides import Side
from linter.archive.store.atomic import replaced
from linter.cli.destinations import write_pieces
from linter.control_characters import without_controls
from linter.json_text import json_pieces
from linter.messages import say
from linter.spreadsheet import csv_pieces
from reference.plain_json import Json

_BECAME = ("wrong", "stale", "right", "nothing", "otherwise")


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be told: the changes stand in the database. ``limit`` is for the text."""

    database: duckdb.DuckDBPyConnection
    impact: Impact
    before: Side
    after: Side
    lang: str
    limit: int | None

    def rows(self, limit: int | None = None) -> Iterator[Mapping[str, Any]]:
        """The changes in order of document and place."""
        return (row for batch in change_rows(self.database, limit) for row in batch.to_pylist())

    def say(self, name: str, **words: Any) -> str:
        """A message in the language asked for."""
        return say(f"impact.{name}", **words).in_language(self.lang)


def write_impact(told: Told, format_: str, output: Path | None) -> None:
    """Write the changes to a file, or to standard output. Raises ``click.UsageError``."""
    if format_ == "parquet":
        _write_parquet(told, output)
    else:
        write_pieces(_PIECES[format_](told), output)


def _text(told: Told) -> Iterator[str]:
    shown = 0
    for row in told.rows(told.limit):
        shown += 1
        yield without_controls(f"{row['document']}:{row['line']}:{row['column']}  “{row['quote']}”  ")
        yield f"{_side(told, row, 'before')} → {_side(told, row, 'after')}\n"
        yield without_controls(f"  │ {row['sentence']}") + "\n"
        yield from (without_controls(f"  {line}") + "\n" for line in _why(told, row))
    if told.limit is not None and shown == told.limit:
        ((every,),) = told.database.execute("SELECT count(*) FROM changes").fetchall()
        if every > shown:
            yield told.say("more", number=every - shown) + "\n"
    yield "\n" if shown else ""
    yield _summary(told)


def _side(told: Told, row: Mapping[str, Any], side: str) -> str:
    state, code = told.say(row[side]), row[f"{side}_code"]
    return told.say("found", state=state, code=code) if code else state


def _why(told: Told, row: Mapping[str, Any]) -> Iterator[str]:
    """What should stand there, by which rule: as it is now where something is found, else as it was."""
    side = "after" if row["after_code"] else "before"
    expected, rule, since = (row[f"{side}_{name}"] for name in ("expected", "rule", "since"))
    says = told.say("should-be" if side == "after" else "should-have-been", expected=expected) if expected else ""
    name = "by-rule-since" if since else "by-rule"
    by = told.say(name, rule=rule, **({"since": since} if since else {})) if rule else ""
    line = "; ".join(part for part in (says, by) if part)
    if line:
        yield line


def _summary(told: Told) -> str:
    impact = told.impact
    lines = [
        told.say(f"became-{name}", sentences=count.sentences, articles=count.articles)
        for name in _BECAME
        if (count := impact.became.get(name))
    ]
    summary = told.say(
        "summary",
        before=told.before.name,
        after=told.after.name,
        sentences=impact.total.sentences,
        articles=impact.total.articles,
        concerned=impact.concerned,
        cases=impact.cases,
    )
    return "\n".join([*lines, summary, told.say("not-covered")]) + "\n"


def _json(told: Told) -> Iterator[str]:
    impact = told.impact
    head: dict[str, Json] = {
        "schema_version": "1.0",
        "from": {"name": told.before.name, "as_of": told.before.as_of.isoformat()},
        "to": {"name": told.after.name, "as_of": told.after.as_of.isoformat()},
    }
    counts = {name: asdict(impact.became[name]) for name in _BECAME if name in impact.became}
    summary = {
        "sentences": impact.total.sentences,
        "articles": impact.total.articles,
        "became": counts,
        "claims_concerned": impact.concerned,
        "cases_judged": impact.cases,
        "left_out": impact.left_out,
    }
    return json_pieces(head, "changes", map(_plain, told.rows()), {"summary": summary})


def _plain(row: Mapping[str, Any]) -> Json:
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}


def _csv(told: Told) -> Iterator[str]:
    return csv_pieces(
        COLUMNS, ({name: "" if each is None else each for name, each in row.items()} for row in told.rows())
    )


def _write_parquet(told: Told, output: Path | None) -> None:
    if output is None:
        raise click.UsageError("--format parquet needs --output FILE")
    batches = change_rows(told.database)
    try:
        with replaced(output) as unfinished, pq.ParquetWriter(unfinished, batches.schema) as file:
            for batch in batches:
                file.write_batch(batch)
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror or error}") from error


_PIECES: Mapping[str, Callable[[Told], Iterator[str]]] = {"text": _text, "json": _json, "csv": _csv}

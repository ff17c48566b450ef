"""Where the time of the per-document function goes: processor seconds of its phases, one process, the same articles."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from scanner import SETTINGS

from linter.archive.examining import examine
from linter.archive.rows.claim_rows import claim_rows
from linter.archive.rows.document_row import document_row
from linter.archive.rows.finding_rows import finding_rows
from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus
from linter.article import Article
from linter.engine import lint_document
from linter.settings import bench_of
from linter.understanding import understand

Made = TypeVar("Made")


def phases(corpus: Path, batches: int = 5) -> Mapping[str, float]:
    """Milliseconds an article, by phase."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Made]) -> Made:
        start = time.process_time()
        made = work()
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
        return made

    drawn = list(timed("reading the corpus", lambda: list(islice(Corpus((corpus,), Columns()).draw(), batches + 1))))
    bench, articles = bench_of(SETTINGS), 0
    examine(drawn[0], SETTINGS)
    spent["reading the corpus"] *= batches / (batches + 1)
    for batch in drawn[1:]:
        articles += batch.num_rows
        for row in batch.to_pylist():
            _phases_of(row, bench, timed)
        examined = timed("all of the function", lambda: examine(batch, SETTINGS))  # noqa: B023 - called at once
        timed("to the parent and back into tables", lambda: _carried(examined))  # noqa: B023
    return {name: 1000 * seconds / articles for name, seconds in spent.items()}


def _phases_of(row: Mapping[str, Any], bench: Any, timed: Callable[[str, Callable[[], Any]], Any]) -> None:
    article = Article(row["path"], row["data"], row["region"], row["published"], row["title"])
    document = timed("reading the article", article.read)
    words = bench.vocabulary
    understood = timed("understanding it: numbers, claims", lambda: understand(document, bench.regions, words))
    linted = timed("judging it: all checks", lambda: lint_document(understood, bench))
    timed("rows of claims", lambda: list(claim_rows(understood, bench)))
    timed("rows of documents, near-duplicate bands", lambda: document_row(linted.result, row["url"]))
    timed("rows of findings", lambda: list(finding_rows(linted.result)))


def _carried(examined: pa.RecordBatch) -> Iterator[pa.Array[Any]]:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, examined.schema) as stream:
        stream.write_batch(examined)
    read = pa.ipc.open_stream(sink.getvalue()).read_all()
    return [chunk.flatten() for column in read.columns[1:] for chunk in column.chunks]

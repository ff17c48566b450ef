"""The per-document function: articles in, rows of the tables out, by the same engine as ``check``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyarrow as pa

from linter.archive.rows.claim_rows import claim_rows
from linter.archive.rows.document_row import document_row, site_of
from linter.archive.rows.finding_rows import finding_rows
from linter.archive.tables import EXAMINED, NAMED, TABLES
from linter.article import Article
from linter.bench import Bench
from linter.cache.key import bench_key, result_key
from linter.document import Document
from linter.engine import lint_document
from linter.messages import Message, say
from linter.readers import UnreadableError, why_unreadable
from linter.settings import Settings, bench_of
from linter.understanding import understand
from reference.vocabulary import in_force

FAULT_SEPARATOR = "\x1f"
_REFUSED = {
    "crash": "problem.crash",
    "died": "problem.process-died",
    "too-big": "problem.too-big",
    "too-slow": "problem.too-slow",
}


def examine(batch: pa.RecordBatch, settings: Settings, at: Callable[[int], None] = lambda _: None) -> pa.RecordBatch:
    """The ``EXAMINED`` rows of a batch of ``ARTICLES``, in their order. Calls ``at`` with each row's number before it.

    What cannot be read, and an error of the linter, become rows of problems.
    """
    judge, rows = _judge(settings), []
    for number, row in enumerate(batch.to_pylist()):
        at(number)
        rows.append(_examined(row, judge))
    return pa.RecordBatch.from_pylist(rows, schema=EXAMINED)


def refused(batch: pa.RecordBatch, settings: Settings, kind: str) -> pa.RecordBatch:
    """The ``EXAMINED`` rows of articles that are not looked at. ``kind`` is one that a guard gives."""
    judge, reason = _judge(settings), say(_REFUSED[kind])
    rows = [_row(row, judge, problems=[_problem(row, kind, reason)]) for row in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=EXAMINED)


def judge_name(settings: Settings) -> bytes:
    """The name of everything that judges a document with these settings: program, rules, days, profile."""
    return _judge(settings).name


def named(batch: pa.RecordBatch, judge: bytes) -> pa.Table:
    """What tells the articles and their outcomes from each other, as ``NAMED``; ``judge`` is a ``judge_name``."""
    rows = [
        {"document": row["id"], "path": row["path"], "url": row["url"], "site": site_of(row["url"], row["path"])}
        | _names(row, judge)
        for row in batch.to_pylist()
    ]
    return pa.Table.from_pylist(rows, schema=NAMED)


def _examined(row: dict[str, Any], judge: _Judge) -> dict[str, Any]:
    if row["fault"] is not None:
        zh, _, en = row["fault"].partition(FAULT_SEPARATOR)
        return _row(row, judge, problems=[_problem(row, "source", Message(zh, en or zh))])
    article = Article(row["path"], row["data"], row["region"], row["published"], row["title"])
    try:
        document = article.read()
    except UnreadableError as error:
        return _row(row, judge, problems=[_problem(row, "unreadable", why_unreadable(error))])
    try:
        with in_force(judge.bench.vocabulary):
            return _row(row, judge, **_tables(row, document, judge.bench))
    except MemoryError:
        raise  # a limit of whoever called: it tells too large documents from faulty ones
    except Exception as error:
        reason = say("problem.internal-error", error=f"{type(error).__name__}: {error}")
        return _row(row, judge, problems=[_problem(row, "crash", reason)])


def _tables(row: dict[str, Any], document: Document, bench: Bench) -> dict[str, list[dict[str, Any]]]:
    """The rows of a document that can be read, by table."""
    understood = understand(document, bench.regions, bench.vocabulary)
    linted = lint_document(understood, bench)
    return {
        "documents": [document_row(linted.result, row["url"])],
        "claims": list(claim_rows(understood, bench)),
        "findings": list(finding_rows(linted.result)),
        "problems": [_problem(row, "crashed-check", problem.reason) for problem in linted.problems],
    }


def _row(row: dict[str, Any], judge: _Judge, **tables: list[dict[str, Any]]) -> dict[str, Any]:
    """A row of ``EXAMINED``; every row of its tables bears the document's name."""
    names = {"document": row["id"], **_names(row, judge.name)}
    return {"document": row["id"], **{table: [names | one for one in tables.get(table, ())] for table in TABLES}}


def _problem(row: dict[str, Any], kind: str, reason: Message) -> dict[str, Any]:
    return {"path": row["path"], "kind": kind, "reason_zh": reason.zh, "reason_en": reason.en}


def _names(row: dict[str, Any], judge: bytes) -> dict[str, str]:
    """``content`` is equal for articles with equal outcomes, ``key`` for equal rows but for the document's name."""
    told = (hashlib.sha256(row["data"] or b"").hexdigest(), row["title"], row["fault"])
    content = result_key(judge, repr(told), row["path"], row["region"], row["published"])
    key = hashlib.blake2b(repr((content, row["path"], row["url"])).encode("utf-8", "replace"), digest_size=len(content))
    return {"content": content.hex(), "key": key.hexdigest()}


@dataclass(frozen=True, slots=True)
class _Judge:
    """What documents are judged with, and its name."""

    bench: Bench
    name: bytes


@cache
def _judge(settings: Settings) -> _Judge:
    bench = bench_of(settings)
    return _Judge(bench, bench_key(bench))

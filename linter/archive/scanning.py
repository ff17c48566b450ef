"""A corpus into a store: what was examined before stays, the rest goes through an engine, what is gone is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from linter import __version__
from linter.archive.examining import judge_name, named
from linter.archive.store.ledger import Ledger
from linter.archive.store.manifest import Judged, Manifest
from linter.archive.store.parts import in_parts
from linter.archive.store.writing import Writing, writing
from linter.cache.key import program_key
from linter.settings import Settings, bench_of

PART = 1024
"""How many documents a part has: what is lost and done again when a scan is killed."""

_ASKED, _ASKED_BYTES = 4096, 16 << 20

Engine: TypeAlias = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]
"""Batches of ``ARTICLES`` to batches of ``EXAMINED``, in order."""


def scan(
    articles: Iterable[pa.RecordBatch],
    folder: Path,
    settings: Settings,
    engine: Engine,
    progress: Callable[[int], None] = lambda _: None,
) -> Manifest:
    """Bring the store in ``folder`` to what the corpus is now, and return its manifest.

    ``progress`` is called with the number of documents that are done with. A scan that was stopped goes on where its
    last part ended. Raises ``StoreError`` and ``OSError``.
    """
    with writing(folder, judged_by(settings)) as store:
        ledger = Ledger(store.store)
        try:
            fresh = _unknown(articles, settings, ledger, progress)
            _add(engine(fresh), store, progress)
            _copy(ledger, store, progress)
            store.settle(ledger.outdated())
        finally:
            ledger.close()
        return store.store.manifest


def judged_by(settings: Settings) -> Judged:
    """What a scan with these settings judges with, for its manifest."""
    reference = bench_of(settings).reference
    return Judged(
        version=__version__,
        program=program_key().hex(),
        rules=len(reference.rules),
        reference_sha256=reference.sha256,
        as_of=settings.as_of,
        profile=settings.profile,
        references=tuple(path.as_posix() for path in settings.references),
        select=settings.select,
        ignore=settings.ignore,
        horizon=settings.horizon,
    )


def _unknown(
    articles: Iterable[pa.RecordBatch], settings: Settings, ledger: Ledger, progress: Callable[[int], None]
) -> Iterator[pa.RecordBatch]:
    """The articles that are not in the store as they are."""
    judge = judge_name(settings)
    for batches in _gathered(articles):
        sorted_ = ledger.sort(pa.concat_tables([named(batch, judge) for batch in batches]))
        progress(sorted_.known)
        fresh = iter(sorted_.fresh)
        for batch in batches:
            wanted = batch.filter(pa.array(islice(fresh, batch.num_rows), pa.bool_()))
            if wanted.num_rows:
                yield wanted


def _gathered(articles: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    """Some batches at a time: a question to the ledger costs the more, the more it holds."""
    held: list[pa.RecordBatch] = []
    for batch in articles:
        held.append(batch)
        if sum(each.num_rows for each in held) >= _ASKED or sum(each.nbytes for each in held) >= _ASKED_BYTES:
            yield held
            held = []
    if held:
        yield held


def _add(examined: Iterable[pa.RecordBatch], store: Writing, progress: Callable[[int], None]) -> None:
    for batches in in_parts(examined, PART):
        store.add(batches)
        progress(sum(batch.num_rows for batch in batches))


def _copy(ledger: Ledger, store: Writing, progress: Callable[[int], None]) -> None:
    """Articles whose content stands in the corpus under another name: what was found there is found here."""
    for tables in ledger.copies(store.store):
        store.copy(tables)
        told = [tables[table].column("document") for table in ("documents", "problems") if table in tables]
        progress(len({name for names in told for name in names.to_pylist()}))

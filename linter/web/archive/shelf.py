"""A store that is open for questions: who asks too much is interrupted, and what a scan changes is seen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias, TypeVar

import duckdb
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from linter.archive.database import connect
from linter.archive.store import Store, StoreError
from linter.archive.store.manifest import NAME
from linter.web.refusal import RefusedError

R = TypeVar("R")
Work: TypeAlias = "Callable[[duckdb.DuckDBPyConnection, Store], R]"

_AT_ONCE = 2
_AGAIN = 0.05


class Shelf:
    """The store in a folder. Every question has a connection of its own and ``seconds`` to be answered."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self._folder = folder
        self._seconds = seconds
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._seen = self._state()
        self._store = Store.open(folder)
        self._database = connect(self._store)

    @property
    def state(self) -> object:
        """Equal as long as the store is the same."""
        return self._state()

    async def ask(self, request: Request, work: Work[R]) -> R:
        """What ``work`` returns, which is given a connection to the store. It ends when nobody waits for it any more.

        Raises ``RefusedError``, also when it takes too long or too much memory.
        """
        async with self._turns:
            try:
                database, store = await run_in_threadpool(self._opened)
                return await self._within_limits(request, database, lambda: work(database, store))
            except duckdb.OutOfMemoryException:
                raise RefusedError.of(503, "query-too-large") from None
            except (StoreError, duckdb.IOException) as error:
                raise RefusedError.of(503, "no-answer-from-store", reason=str(error)) from error

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    async def _within_limits(self, request: Request, database: duckdb.DuckDBPyConnection, work: Callable[[], R]) -> R:
        running = asyncio.ensure_future(run_in_threadpool(work))
        leaving = asyncio.ensure_future(_left(request))
        try:
            await asyncio.wait({running, leaving}, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                return running.result()
            await _interrupted(running, database)
        finally:
            gone = leaving.done()
            leaving.cancel()
            database.close()
        if gone:
            raise RefusedError.of(499, "nobody-listens")
        raise RefusedError.of(503, "query-too-slow", seconds=f"{self._seconds:g}")

    def _opened(self) -> tuple[duckdb.DuckDBPyConnection, Store]:
        """A connection of its own to the store as it is now."""
        state = self._state()
        if state != self._seen:
            store = Store.open(self._folder)
            self._seen, self._store, self._database = state, store, connect(store)
        return self._database.cursor(), self._store

    def _state(self) -> object:
        try:
            found = (self._folder / NAME).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


async def _left(request: Request) -> None:
    """Comes back when whoever asked has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _interrupted(running: asyncio.Future[R], database: duckdb.DuckDBPyConnection) -> None:
    # Work may be between two statements when it is interrupted: then the next one is meant as well.
    while not running.done():
        database.interrupt()
        await asyncio.wait({running}, timeout=_AGAIN)
    with suppress(duckdb.Error):
        running.result()

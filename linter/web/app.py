"""The application: addresses behind the door."""

from __future__ import annotations

from asyncio import create_task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from linter.web.archive.addresses import archive_routes
from linter.web.browsing import Today, browsing_routes
from linter.web.checking import checking_routes
from linter.web.guard import LOOPBACK, Guard
from linter.web.pages import page_routes
from linter.web.refusal import RefusedError, failed, malformed, not_allowed, not_found, refused
from linter.web.rule_library import Library
from linter.web.worker import Worker

if TYPE_CHECKING:
    from linter.web.archive.desk import ArchiveDesk

LARGEST_BODY = 5_000_000
"""Bytes of the largest request: an article, its form around it."""


@dataclass(frozen=True, slots=True)
class Door:
    """Which names the server answers to, and what it takes.

    ``most`` is in bytes, ``seconds`` are for a request to come, ``seats`` are for articles that wait for their turn.
    """

    hosts: frozenset[str] = LOOPBACK
    most: int = LARGEST_BODY
    seconds: float = 30.0
    # Each holds a whole article in memory.
    seats: int = 40


def make_app(
    worker: Worker,
    library: Library,
    today: Today,
    *,
    lang: str = "zh",
    door: Door | None = None,
    archive: ArchiveDesk | None = None,
) -> Starlette:
    """The application. ``today`` says which day counts as now where rules are shown; ``lang`` is the page's default.

    ``archive`` answers about a store, where there is one.
    """
    door = door or Door()

    async def start() -> None:
        # Why it cannot start is told to whoever asks first.
        with suppress(RefusedError):
            await run_in_threadpool(worker.start)

    @asynccontextmanager
    async def living(_app: Starlette) -> AsyncIterator[None]:
        # The page can be looked at while the rules are loaded.
        starting = create_task(start())
        yield
        await starting
        await run_in_threadpool(worker.stop)

    return Starlette(
        routes=[
            *page_routes(lang, door.most, with_archive=archive is not None),
            *checking_routes(worker, door.seats, door.seconds),
            *browsing_routes(library, today),
            *archive_routes(archive),
            Mount("/static", StaticFiles(packages=[("linter.web", "static")]), name="static"),
        ],
        middleware=[Middleware(Guard, hosts=door.hosts, most=door.most)],
        exception_handlers={RefusedError: refused, 400: malformed, 404: not_found, 405: not_allowed, Exception: failed},
        lifespan=living,
    )

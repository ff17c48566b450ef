"""The addresses that take an article: what is wrong with it, its text, and the article corrected or annotated."""

from __future__ import annotations

from asyncio import Lock, timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from linter.web.order import Order, order_of
from linter.web.refusal import RefusedError
from linter.web.work import WORKS, Answer
from linter.web.worker import Worker

_NOBODY_LISTENS = 499


class Queue:
    """One piece of work is done after the other; a few more may wait for their turn, or be on their way in."""

    def __init__(self, seats: int, seconds: float) -> None:
        self._seconds = seconds
        self._free = seats
        self.turn = Lock()

    @asynccontextmanager
    async def seat(self, request: Request) -> AsyncIterator[None]:
        """A place to wait. Raises ``RefusedError`` when there is none."""
        if self._free == 0:
            # Who is answered while still sending may not hear the answer.
            async with self._in_time():
                async for _ in request.stream():
                    pass
            raise RefusedError.of(503, "busy")
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1

    async def order(self, request: Request) -> Order:
        """What is handed in. Raises ``RefusedError``, also when it takes too long to come."""
        async with self._in_time():
            return await order_of(request)

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        try:
            async with timeout(self._seconds):
                yield
        except TimeoutError:
            raise RefusedError.of(408, "too-late", seconds=f"{self._seconds:g}") from None


def checking_routes(worker: Worker, seats: int, seconds: float) -> list[Route]:
    """One address for each kind of work; the work is done one after the other."""
    queue = Queue(seats, seconds)
    return [_route(work, worker, queue) for work in WORKS]


def _route(work: str, worker: Worker, queue: Queue) -> Route:
    async def endpoint(request: Request) -> Response:
        async with queue.seat(request):
            order = await queue.order(request)
            async with queue.turn:
                # Whoever has typed on no longer waits to hear about what stood there before.
                if await request.is_disconnected():
                    return Response(status_code=_NOBODY_LISTENS)
                return _response(await run_in_threadpool(worker.do, work, order))

    return Route(f"/api/v1/{work}", endpoint, methods=["POST"], name=work)


def _response(answer: Answer) -> Response:
    headers = {}
    if answer.name:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(answer.name)}"
    return Response(answer.body, media_type=answer.media_type, headers=headers)

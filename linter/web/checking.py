"""The addresses that take an article: what is wrong with it, its text, and the article corrected or annotated."""

from __future__ import annotations

from asyncio import Lock
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from linter.web.order import order_of
from linter.web.work import WORKS, Answer
from linter.web.worker import Worker

_NOBODY_LISTENS = 499


def checking_routes(worker: Worker) -> list[Route]:
    """One address for each kind of work; the work is done one after the other."""
    turn = Lock()
    return [_route(work, worker, turn) for work in WORKS]


def _route(work: str, worker: Worker, turn: Lock) -> Route:
    async def endpoint(request: Request) -> Response:
        order = await order_of(request)
        async with turn:
            # Whoever has typed on no longer waits to hear about what stood there before.
            if await request.is_disconnected():
                return Response(status_code=_NOBODY_LISTENS)
            answer = await run_in_threadpool(worker.do, work, order)
        return _response(answer)

    return Route(f"/api/v1/{work}", endpoint, methods=["POST"], name=work)


def _response(answer: Answer) -> Response:
    headers = {}
    if answer.name:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(answer.name)}"
    return Response(answer.body, media_type=answer.media_type, headers=headers)

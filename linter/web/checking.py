"""The addresses that take an article: what is wrong with it, its text, and the article corrected or annotated."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from linter.web.order import order_of
from linter.web.work import WORKS, Answer
from linter.web.worker import Worker


def checking_routes(worker: Worker) -> list[Route]:
    """One address for each kind of work."""
    return [_route(work, worker) for work in WORKS]


def _route(work: str, worker: Worker) -> Route:
    async def endpoint(request: Request) -> Response:
        order = await order_of(request)
        return _response(await run_in_threadpool(worker.do, work, order))

    return Route(f"/api/v1/{work}", endpoint, methods=["POST"], name=work)


def _response(answer: Answer) -> Response:
    headers = {}
    if answer.name:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(answer.name)}"
    return Response(answer.body, media_type=answer.media_type, headers=headers)

"""The addresses of the archive: what it is, its numbers at one view, and the answers to questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linter.web.refusal import RefusedError
from linter.web.words import LANGUAGES

if TYPE_CHECKING:
    from linter.web.archive.desk import ArchiveDesk

_SVG = "image/svg+xml"
_NUMBER = re.compile(r"[0-9]{1,4}")


def archive_routes(desk: ArchiveDesk | None) -> list[Route]:
    """The addresses; without a store they say that there is none."""

    def there() -> ArchiveDesk:
        if desk is None:
            raise RefusedError.of(404, "no-store")
        return desk

    async def about(request: Request) -> Response:
        return JSONResponse(await there().about(request))

    async def numbers(request: Request) -> Response:
        return JSONResponse(await there().numbers(request))

    async def ages(request: Request) -> Response:
        return Response(await there().ages(request, _lang(request)), media_type=_SVG)

    async def answer(request: Request) -> Response:
        name = request.path_params["question"]
        return JSONResponse(await there().answer(request, name, _page(request), _lang(request)))

    return [
        Route("/api/v1/archive", about),
        Route("/api/v1/archive/overview", numbers),
        Route("/api/v1/archive/ages.svg", ages),
        Route("/api/v1/archive/{question}", answer),
    ]


def _lang(request: Request) -> str:
    return _one_of(request, "lang", LANGUAGES)


def _one_of(request: Request, name: str, allowed: Sequence[str]) -> str:
    written = request.query_params.get(name, allowed[0])
    if written not in allowed:
        raise RefusedError.of(422, "bad-value", field=name)
    return written


def _page(request: Request) -> int:
    # Without a store nobody needs the database that it imports.
    from linter.web.archive.answers import FURTHEST

    written = request.query_params.get("page", "1")
    if not _NUMBER.fullmatch(written) or not 1 <= int(written) <= FURTHEST:
        raise RefusedError.of(422, "bad-value", field="page")
    return int(written)

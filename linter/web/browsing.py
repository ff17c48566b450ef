"""The addresses of the reference: rules, a rule's timeline, checks, places; and the description of all addresses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linter.web.library import Library, places
from linter.web.openapi import openapi
from linter.web.refusal import Refusal
from linter.web.words import LANGUAGES, catalogue
from reference.regions import resolve_hint

_SHOWN, _SHOWN_AT_MOST = 50, 500
_LONGEST_QUERY = 200

Today: TypeAlias = Callable[[], date]


def browsing_routes(library: Library, today: Today) -> list[Route]:
    """The addresses that are only read."""

    def rules(request: Request) -> Response:
        query = request.query_params.get("q", "")
        if len(query) > _LONGEST_QUERY:
            raise Refusal.of(422, "bad-value", field="q")
        return JSONResponse(library.found(query, _place(request), today(), _limit(request)))

    def rule(request: Request) -> Response:
        found = library.rule(request.path_params["id"], today())
        if found is None:
            raise Refusal.of(404, "no-rule", rule=request.path_params["id"])
        return JSONResponse(found)

    def checks(_request: Request) -> Response:
        return JSONResponse(library.all_checks())

    def listed_places(_request: Request) -> Response:
        return JSONResponse(places())

    def described(_request: Request) -> Response:
        return JSONResponse(openapi())

    def words(request: Request) -> Response:
        lang = request.path_params["lang"]
        if lang not in LANGUAGES:
            raise Refusal.of(404, "not-found")
        return JSONResponse(catalogue(lang))

    return [
        Route("/api/v1/rules", rules),
        Route("/api/v1/rules/{id}", rule),
        Route("/api/v1/checks", checks),
        Route("/api/v1/places", listed_places),
        Route("/api/v1/openapi.json", described),
        Route("/words/{lang}.json", words),
    ]


def _place(request: Request) -> str | None:
    written = request.query_params.get("region", "").strip()
    code = resolve_hint(written) if written else None
    if written and code is None:
        raise Refusal.of(422, "no-place", place=written)
    return code


def _limit(request: Request) -> int:
    written = request.query_params.get("limit", str(_SHOWN))
    if not written.isdecimal() or not 1 <= int(written) <= _SHOWN_AT_MOST:
        raise Refusal.of(422, "bad-value", field="limit")
    return int(written)

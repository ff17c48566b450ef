"""The addresses of the reference: rules, a rule's timeline, checks, places; and the description of all addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from linter.control_characters import without_controls
from linter.drawing.columns import columns_style
from linter.drawing.rule_timeline import rule_timeline, timeline_style
from linter.web.openapi import openapi
from linter.web.refusal import RefusedError
from linter.web.rule_library import Library, places
from linter.web.words import LANGUAGES, catalogue
from reference.model import Rule
from reference.regions import resolve_hint

_SHOWN, _SHOWABLE = 50, range(1, 501)
_WIDTH, _WIDTHS = 720, range(240, 1201)
_NUMBER = re.compile(r"[0-9]{1,4}")
_LONGEST_QUERY = 200
_KEY = re.compile(r"[a-z][a-z0-9-]{0,40}")
_SVG = "image/svg+xml"

Today: TypeAlias = Callable[[], date]


def browsing_routes(library: Library, today: Today) -> list[Route]:
    """The addresses that are only read."""

    def rules(request: Request) -> Response:
        query = request.query_params.get("q", "")
        if len(query) > _LONGEST_QUERY:
            raise RefusedError.of(422, "bad-value", field="q")
        return JSONResponse(
            library.found(query, _place(request), today(), _number(request, "limit", _SHOWN, _SHOWABLE))
        )

    def rule(request: Request) -> Response:
        found = library.rule(request.path_params["id"], today())
        if found is None:
            raise RefusedError.of(404, "no-rule", rule=without_controls(request.path_params["id"]))
        return JSONResponse(found)

    def drawn(request: Request) -> Response:
        rule = library.reference.rule(request.path_params["id"])
        if rule is None:
            raise RefusedError.of(404, "no-rule", rule=without_controls(request.path_params["id"]))
        return Response(_drawing(rule, today(), request), media_type=_SVG)

    def drawing_style(_request: Request) -> Response:
        return Response(timeline_style() + columns_style(), media_type="text/css")

    def checks(_request: Request) -> Response:
        return JSONResponse(library.all_checks())

    def listed_places(_request: Request) -> Response:
        return JSONResponse(places())

    def described(_request: Request) -> Response:
        return JSONResponse(openapi())

    def words(request: Request) -> Response:
        lang = request.path_params["lang"]
        if lang not in LANGUAGES:
            raise RefusedError.of(404, "not-found")
        return JSONResponse(catalogue(lang))

    return [
        Route("/api/v1/rules", rules),
        Route("/api/v1/rules/{id}", rule),
        Route("/api/v1/rules/{id}/timeline.svg", drawn),
        Route("/api/v1/checks", checks),
        Route("/api/v1/places", listed_places),
        Route("/api/v1/openapi.json", described),
        Route("/words/{lang}.json", words),
        Route("/drawing.css", drawing_style),
    ]


def _place(request: Request) -> str | None:
    written = request.query_params.get("region", "").strip()
    code = resolve_hint(written) if written else None
    if written and code is None:
        raise RefusedError.of(422, "no-place", place=without_controls(written))
    return code


def _drawing(rule: Rule, as_of: date, request: Request) -> str:
    """The timeline as a document of its own. ``key`` tells it from other drawings of the page it is put into."""
    key = request.query_params.get("key", "rule")
    if not _KEY.fullmatch(key):
        raise RefusedError.of(422, "bad-value", field="key")
    lang = request.query_params.get("lang", "zh")
    if lang not in LANGUAGES:
        raise RefusedError.of(422, "bad-value", field="lang")
    drawing = rule_timeline(rule, as_of, key=key, lang=lang, width=_number(request, "width", _WIDTH, _WIDTHS))
    # Not the method of Markup, which would escape what it puts in.
    return str.replace(drawing, "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _number(request: Request, name: str, default: int, allowed: range) -> int:
    written = request.query_params.get(name, str(default))
    if not _NUMBER.fullmatch(written) or int(written) not in allowed:
        raise RefusedError.of(422, "bad-value", field=name)
    return int(written)

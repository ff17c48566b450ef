"""The pages: the desk where an article lies, the reference, the archive of a store, the findings of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from linter import __version__
from linter.web.words import LANGUAGES, words

_COOKIE = "lang"
_A_YEAR = 365 * 24 * 3600
_PAGES: Mapping[str, str] = {"/": "desk", "/reference": "reference", "/archive": "archive", "/report": "report"}


def page_routes(default_lang: str, most: int, *, with_archive: bool) -> list[Route]:
    """The pages, in the language asked for, or remembered, or preferred by the browser, or ``default_lang``.

    ``most`` is the largest article in bytes; the page says so before it sends one in vain. Without an archive its page
    leads to that of reports.
    """
    environment = Environment(
        loader=PackageLoader("linter.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    pages = {path: name for path, name in _PAGES.items() if with_archive or name != "archive"}

    def endpoint(name: str, path: str) -> Callable[[Request], Response]:
        template = environment.get_template(f"{name}.html.j2")

        def page(request: Request) -> Response:
            lang = _lang(request, default_lang)
            shown = template.render(t=_wording(lang), lang=lang, path=path, pages=pages, most=most, version=__version__)
            response = HTMLResponse(shown)
            response.set_cookie(_COOKIE, lang, max_age=_A_YEAR, samesite="strict", httponly=True)
            return response

        return page

    elsewhere = [] if with_archive else [Route("/archive", _to_reports)]
    return [*(Route(path, endpoint(name, path), name=name) for path, name in pages.items()), *elsewhere]


def _to_reports(_request: Request) -> Response:
    return RedirectResponse("/report")


def _lang(request: Request, default: str) -> str:
    accepted = request.headers.get("accept-language", "")
    preferred = [part.strip()[:2].lower() for part in accepted.split(",")]
    wishes = (request.query_params.get("lang"), request.cookies.get(_COOKIE), *preferred)
    return next((wish for wish in wishes if wish in LANGUAGES), default)


def _wording(lang: str) -> Callable[[str], str]:
    return lambda key: words()[key][lang]

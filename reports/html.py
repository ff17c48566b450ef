"""The report for people: one file that holds everything and loads nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from linter.control_characters import without_controls
from linter.report import RenderOptions
from linter.result import RunResult
from reports.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Environment

NAME = "html"
SUFFIX = ".html"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """A page that works from a disk, without a script and without a network; needs Jinja2."""
    return "".join(stream(result, lang=lang, options=options))


def stream(result: RunResult, *, lang: str, options: RenderOptions) -> Iterator[str]:
    """The pieces of ``render``, an article at a time."""
    # Jinja2 costs more to import than all other reports together.
    from markupsafe import Markup

    from linter.drawing.rule_timeline import timeline_style
    from reports.page.overview import page

    wording = Wording(lang)
    style, script = _asset("style.css") + timeline_style(), _asset("script.js")
    template = _environment().get_template("report.html.j2")
    return template.generate(
        page=page(result, wording, options),
        t=wording,
        names=options.names,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """Every string of the page without control characters, before it is escaped; finished mark-up as it is."""
    return without_controls(value) if type(value) is str else value


def _asset(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A policy that runs and paints nothing but our own two blocks, should ever an escape be missed."""
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; {allowed}"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

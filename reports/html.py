"""The report for people: one file that holds everything and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator

from linter.report import RenderOptions
from linter.result import RunResult
from reports.page.frame import asset, page_environment, policy
from reports.wording import Wording

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
    style, script = asset("style.css") + timeline_style(), asset("script.js")
    template = page_environment().get_template("report.html.j2")
    return template.generate(
        page=page(result, wording, options),
        t=wording,
        names=options.names,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )

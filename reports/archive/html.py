"""The page: one file that holds everything and loads nothing, of bounded size whatever the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from linter.archive.report.model import Overview
from linter.drawing.columns import columns_style
from reports.archive.view import archive_view
from reports.page.frame import asset, page_environment, policy
from reports.wording import Wording


def stream(overview: Overview, *, lang: str, names: Callable[[str], str]) -> Iterator[str]:
    """The pieces of a page that works from a disk, without a script and without a network.

    ``names`` turns a GB/T 2260 code into the name of the place. Equal archives give equal bytes.
    """
    wording = Wording(lang)
    style = asset("style.css") + columns_style() + asset("archive.css")
    template = page_environment().get_template("archive.html.j2")
    return template.generate(
        page=archive_view(overview, wording, names), t=wording, style=Markup(style), policy=policy(style)
    )

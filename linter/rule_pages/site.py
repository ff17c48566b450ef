"""The pages as files: name and text of each, for whoever writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from linter.drawing.rule_timeline import timeline_style
from linter.rule_pages.view import RulePage
from reference.shown import cited, shown_days, shown_period, shown_value


def pages(views: Sequence[RulePage], as_of: date, digest: str) -> Iterator[tuple[str, str]]:
    """The index and a page for each rule: (file name, HTML)."""
    environment = Environment(
        loader=PackageLoader("linter.rule_pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"value": shown_value, "days": shown_days, "period": shown_period, "cited": cited}
    style = files("linter.rule_pages").joinpath("templates", "style.css").read_text(encoding="utf-8")
    common = {"as_of": as_of, "digest": digest, "style": Markup(style + timeline_style())}
    by_place = sorted(views, key=lambda view: (view.rule.region, view.rule.quantity, view.rule.id))
    places = [
        (place, list(group)) for place, group in groupby(by_place, key=lambda view: (view.rule.region, view.place))
    ]
    yield "index.html", environment.get_template("index.html.j2").render(places=places, count=len(views), **common)
    template = environment.get_template("rule.html.j2")
    for view in views:
        yield view.file, template.render(page=view, **common)

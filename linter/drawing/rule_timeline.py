"""The dated values of a rule as an inline SVG: a bar each on a common axis, with today and what is not known."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Template
from markupsafe import Markup

from linter.drawing.environment import drawing_environment
from linter.drawing.timeline import Bar, timeline
from linter.messages import say
from linter.wide_text import shortened
from reference.model import Rule, Value
from reference.shown import shown_days, shown_value

_MIDDLE = 0.5
# Columns of a terminal that a unit of the drawing holds in its type, which is 12 units high.
_COLUMNS = 0.15


def rule_timeline(
    rule: Rule, as_of: date, *, key: str, lang: str = "zh", width: int = 720, used: Value | None = None
) -> Markup:
    """The drawing of a rule's history, seen from ``as_of``, ``width`` units wide with type of 12 units.

    ``key`` must be unique on its page: the names of the drawing's title and description are made of it. ``used`` is the
    value to point out. The style of the page must hold ``timeline_style()``. Whoever cannot see the drawing hears all
    values with their days.
    """
    drawing = timeline(rule, as_of)
    title = (rule.title_en if lang == "en" else rule.title) or rule.id
    today = rule.value_on(as_of)
    text = _template().render(
        key=key,
        width=width,
        x=lambda share: round(share * width, 1),
        drawing=drawing,
        used=used or today,
        title=say("drawing.history", title=title).in_language(lang),
        today=say("drawing.today", day=as_of).in_language(lang),
        unknown=say("drawing.unknown").in_language(lang),
        label=lambda bar: _label(bar, width),
    )
    return Markup(text)


@cache
def timeline_style() -> str:
    """The style of the drawings. Colours are properties of the page: --ink, --soft, --line, --accent, --official, …"""
    return files("linter.drawing").joinpath("templates", "timeline.css").read_text(encoding="utf-8")


def _label(bar: Bar, width: int) -> dict[str, object]:
    """Where the words above a bar stand, and as many of them as there is room for."""
    left = bar.start <= _MIDDLE
    room = (1 - bar.start if left else bar.end) * width * _COLUMNS
    days = f"  {shown_days(bar.value)}"
    value = shortened(shown_value(bar.value), max(int(room) - len(days), 4))
    return {"x": bar.start if left else bar.end, "anchor": "start" if left else "end", "value": value, "days": days}


@cache
def _template() -> Template:
    environment = drawing_environment()
    environment.filters |= {"value": shown_value, "days": shown_days}
    return environment.get_template("timeline.svg.j2")

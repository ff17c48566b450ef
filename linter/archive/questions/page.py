"""An answer as a page that needs neither a script nor a network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from linter.archive.questions.shown import Row, Shown
from linter.messages import Message


def as_page(shown: Shown, rows: Sequence[Row], notes: Sequence[Message], lang: str) -> str:
    """The page; ``notes`` stand above the table."""
    environment = Environment(
        loader=PackageLoader("linter.archive.questions"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = files("linter.archive.questions").joinpath("templates", "style.css").read_text(encoding="utf-8")
    return environment.get_template("answer.html.j2").render(
        title=shown.title.in_language(lang),
        heads=shown.heads(lang),
        rows=list(_rows(shown, rows, lang)),
        notes=[note.in_language(lang) for note in notes],
        lang="en" if lang == "en" else "zh-CN",
        style=Markup(style),
        policy=f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{_digest(style)}'",
    )


def _rows(shown: Shown, rows: Sequence[Row], lang: str) -> Iterator[tuple[tuple[tuple[str, bool], ...], Sequence[str]]]:
    """Cells, each with whether it is a number, and sentences."""
    for row in rows:
        cells = shown.cells(row, lang)
        numeric = (isinstance(row.get(name), int) for name in shown.columns)
        yield tuple(zip(cells, numeric, strict=True)), shown.quoted(row)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

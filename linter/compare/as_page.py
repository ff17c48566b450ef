"""A difference as a page that needs neither a script nor a network."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from linter.compare import words
from linter.compare.telling import Story
from linter.control_characters import without_controls


def as_page(told: Story, names: tuple[str, str], lang: str) -> str:
    """The page; ``names`` are those of the two files."""
    environment = Environment(
        loader=PackageLoader("linter.compare"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: without_controls(value) if type(value) is str else value,
    )
    style = files("linter.compare").joinpath("templates", "style.css").read_text(encoding="utf-8")
    return environment.get_template("diff.html.j2").render(
        told=told,
        names=names,
        lang=lang,
        words=words,
        counts=words.counts(told, lang),
        style=Markup(style),
        policy=f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{_digest(style)}'",
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

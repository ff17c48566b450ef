"""What the HTML pages are set in: their templates, their style, and the policy that guards them."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from linter.control_characters import without_controls

if TYPE_CHECKING:
    from jinja2 import Environment


def page_environment() -> Environment:
    """The templates of the pages: what is put into them is escaped, and shows its control characters by name."""
    # Jinja2 costs more to import than all other reports together.
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


def asset(name: str) -> str:
    """The text of a file beside the templates."""
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """A policy that runs and paints nothing but our own blocks, should ever an escape be missed."""
    allowed = f"style-src '{_hash(style)}'" + (f"; script-src '{_hash(script)}'" if script else "")
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; {allowed}"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

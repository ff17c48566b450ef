"""The templates of the drawings: whatever is put into one is escaped, and shows its control characters by name."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from linter.control_characters import without_controls


def drawing_environment() -> Environment:
    """A new environment for the templates of this package."""
    return Environment(
        loader=PackageLoader("linter.drawing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: without_controls(value) if type(value) is str else value,
    )

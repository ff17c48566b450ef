"""What the commands print with ``--json``, and what they say of articles; none of it steers a terminal."""

from __future__ import annotations

import json

import click

from linter.control_characters import without_controls
from linter.json_text import escaped
from reference.plain_json import Json


def echo_json(content: Json) -> None:
    """Print it, readable, with Chinese as it is."""
    click.echo(escaped(json.dumps(content, ensure_ascii=False, indent=1)))


def echo_of(path: str, said: str) -> None:
    """Say on standard error what became of an article."""
    click.echo(without_controls(f"{path}: {said}"), err=True)

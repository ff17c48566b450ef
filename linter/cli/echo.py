"""What the commands print with ``--json``."""

from __future__ import annotations

import json

import click

from reference.plain_json import Json


def echo_json(content: Json) -> None:
    """Print it, readable, with Chinese as it is."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))

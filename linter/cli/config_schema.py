"""``factlint config-schema``: what an editor needs to know of factlint.toml."""

from __future__ import annotations

import click

from linter.cli.exit_codes import FINE
from linter.config.written import schema_text


@click.command("config-schema")
def command() -> int:
    """Print the JSON Schema of factlint.toml, for editors."""
    click.echo(schema_text(), nl=False)
    return FINE

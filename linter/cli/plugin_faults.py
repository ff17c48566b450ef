"""What is said of plug-ins that cannot be had."""

from __future__ import annotations

from collections.abc import Iterable

import click

from linter.control_characters import without_controls
from linter.plugins import Broken


def tell_broken(plugins: Iterable[Broken]) -> None:
    """Name each on standard error, with the reason."""
    for each in plugins:
        click.echo(without_controls(f"factlint: the plug-in {each.offer} cannot be loaded: {each.why}"), err=True)

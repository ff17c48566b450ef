"""``factlint archive findings``."""

from __future__ import annotations

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import OF_FINDINGS, asking


@click.command("findings")
@asking(*OF_FINDINGS)
def command(wanted: Wanted) -> tuple[str, Wanted]:
    """List the findings of the archive, each with its article."""
    return "findings", wanted

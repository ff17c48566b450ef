"""``factlint archive findings``."""

from __future__ import annotations

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import PLACE_AND_TIME, asking


@click.command("findings")
@asking(*PLACE_AND_TIME, "subject", "family", "code", "severity")
def command(wanted: Wanted) -> tuple[str, Wanted]:
    """List the findings of the archive, each with its article."""
    return "findings", wanted

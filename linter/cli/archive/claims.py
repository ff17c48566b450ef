"""``factlint archive claims``."""

from __future__ import annotations

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import PLACE_AND_TIME, asking


@click.command("claims")
@asking(*PLACE_AND_TIME, "subject")
def command(wanted: Wanted) -> tuple[str, Wanted]:
    """List what the articles say, as it was understood: every claim with its slots."""
    return "claims", wanted

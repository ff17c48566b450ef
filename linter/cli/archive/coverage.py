"""``factlint archive coverage``."""

from __future__ import annotations

from dataclasses import replace

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import PLACE_AND_TIME, asking


@click.command("coverage")
@click.option(
    "--by",
    type=click.Choice(["site", "region", "month", "subject"]),
    default="site",
    show_default=True,
    help="A row for each.",
)
@asking(*PLACE_AND_TIME)
def command(wanted: Wanted, by: str) -> tuple[str, Wanted]:
    """Say how much was checked: numbers seen, understood, compared with something, and not, with the reasons."""
    return ("coverage_of_subjects", wanted) if by == "subject" else ("coverage", replace(wanted, by=by))

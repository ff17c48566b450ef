"""``factlint archive contradictions``."""

from __future__ import annotations

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import PLACE_AND_TIME, asking


@click.command("contradictions")
@click.option(
    "--each", is_flag=True, help="Every article that contradicts most others, instead of a row for each value."
)
@asking(*PLACE_AND_TIME, "subject")
def command(wanted: Wanted, each: bool) -> tuple[str, Wanted]:
    """Find articles that contradict each other: other numbers, or yes and no, for one thing, place and time.

    Shown is what most sentences say against what is said otherwise, with the number of articles on both sides and where
    either appears first. Equal sentences count once.
    """
    return "contradicting" if each else "contradictions", wanted

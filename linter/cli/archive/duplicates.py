"""``factlint archive duplicates``."""

from __future__ import annotations

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import PLACE_AND_TIME, asking


@click.command("duplicates")
@click.option("--sentences", is_flag=True, help="Sentences that stand in several articles, instead of articles.")
@asking(*PLACE_AND_TIME)
def command(wanted: Wanted, sentences: bool) -> tuple[str, Wanted]:
    """Find near-duplicate articles, or copied sentences: the first appearance, and how often it was copied."""
    return "copied_sentences" if sentences else "duplicates", wanted

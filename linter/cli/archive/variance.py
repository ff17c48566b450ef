"""``factlint archive variance``."""

from __future__ import annotations

from pathlib import Path

import click

from linter.archive.questions.subjects import UnknownSubjectError, narrowed
from linter.archive.questions.wanted import Wanted
from linter.cli.archive.conditions import PLACE_AND_TIME, asking
from linter.cli.options import references_option, words_of_references
from reference.load import load_reference


@click.command("variance")
@click.argument("subject")
@references_option
@words_of_references
@asking(*PLACE_AND_TIME)
def command(wanted: Wanted, subject: str, references: tuple[Path, ...]) -> tuple[str, Wanted]:
    """Show every value that the archive gives for SUBJECT, with its articles, days, places and what a rule says of it.

    SUBJECT is an id of the vocabulary (pension.rate), a rule (national.pension.rate.employer) or words (单位养老费率).
    """
    try:
        return "variance", narrowed(wanted, subject, load_reference(references).rules)
    except UnknownSubjectError as error:
        raise click.UsageError(str(error)) from error

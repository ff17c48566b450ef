"""``factlint reference list``: every rule with its value of the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, references_option, words_of_references
from reference.load import load_reference
from reference.shown import shown_value


@click.command("list")
@click.option("--region", metavar="CODE", help="Only rules of this GB/T 2260 code (000000 is the country).")
@click.option("--quantity", metavar="ID", help="Only rules on this quantity.")
@as_of_option
@references_option
@words_of_references
@as_usage_errors
def command(region: str | None, quantity: str | None, as_of: date, references: tuple[Path, ...]) -> int:
    """List the rules with the value of the day."""
    for rule in load_reference(references).rules:
        if region in (None, rule.region) and quantity in (None, rule.quantity):
            value = rule.value_on(as_of)
            click.echo("\t".join((rule.id, rule.region, rule.title, shown_value(value) if value else "—")))
    return FINE

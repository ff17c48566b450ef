"""``factlint reference validate``: whether the rules are well formed and fit together."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.exit_codes import FINE, USAGE
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option
from reference.load import RULES, load_reference
from reference.validate import validate


@click.command("validate")
@references_option
@as_usage_errors
def command(references: tuple[Path, ...]) -> int:
    """Validate the built-in rules and those of --reference: their form, their meaning, and how they fit together."""
    complaints = validate((RULES, *references))
    for complaint in complaints:
        click.echo(str(complaint), err=True)
    if complaints:
        return USAGE
    reference = load_reference(references)
    for one in reference.replaced:
        click.echo(f"{one.by.id} replaces {one.rule.id}: it answers the same question and stands in a later folder")
    click.echo(f"{len(reference.rules)} rules are valid (sha256 {reference.sha256})")
    return FINE

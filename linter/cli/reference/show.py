"""``factlint reference show``: one rule in full."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option
from linter.cli.rule_text import rule_text, unknown
from reference.load import load_reference


@click.command("show")
@click.argument("rule_id")
@references_option
@as_usage_errors
def command(rule_id: str, references: tuple[Path, ...]) -> int:
    """Show a rule with all its values and their sources."""
    reference = load_reference(references)
    rule = reference.rule(rule_id)
    if rule is None:
        raise unknown(rule_id, reference)
    click.echo(rule_text(rule), nl=False)
    return FINE

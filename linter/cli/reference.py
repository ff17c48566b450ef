"""``factlint reference``: the rules the checks rest on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from linter.cli.exit_codes import FINE, USAGE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, references_option
from linter.cli.rule_text import rule_text, shown_value, unknown
from reference.load import RULES, load_reference
from reference.validate import validate


@click.group("reference")
def command() -> None:
    """The dated, sourced rules that articles are compared with."""


@command.command("list")
@click.option("--region", metavar="CODE", help="Only rules of this GB/T 2260 code (000000 is the country).")
@click.option("--quantity", metavar="ID", help="Only rules on this quantity.")
@as_of_option
@references_option
@as_usage_errors
def list_rules(region: str | None, quantity: str | None, as_of: date, references: tuple[Path, ...]) -> int:
    """List the rules with the value of the day."""
    for rule in load_reference(references).rules:
        if region in (None, rule.region) and quantity in (None, rule.quantity):
            value = rule.value_on(as_of)
            click.echo("\t".join((rule.id, rule.region, rule.title, shown_value(value) if value else "—")))
    return FINE


@command.command("show")
@click.argument("rule_id")
@references_option
@as_usage_errors
def show_rule(rule_id: str, references: tuple[Path, ...]) -> int:
    """Show a rule with all its values and their sources."""
    reference = load_reference(references)
    rule = reference.rule(rule_id)
    if rule is None:
        raise unknown(rule_id, reference)
    click.echo(rule_text(rule), nl=False)
    return FINE


@command.command("validate")
@references_option
@as_usage_errors
def validate_rules(references: tuple[Path, ...]) -> int:
    """Validate the built-in rules and those of --reference: their form, their meaning, and how they fit together."""
    complaints = validate((RULES, *references))
    for complaint in complaints:
        click.echo(str(complaint), err=True)
    if complaints:
        return USAGE
    reference = load_reference(references)
    click.echo(f"{len(reference.rules)} rules are valid (sha256 {reference.sha256})")
    return FINE

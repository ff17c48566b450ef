"""``factlint reference validate``: whether the rules are well formed and fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from linter.cli.counted import counted
from linter.cli.exit_codes import FINE, USAGE
from linter.cli.failures import as_usage_errors
from linter.cli.options import parse_day, references_option
from linter.cli.rule_text import why_due
from reference.due import due
from reference.load import RULES, load_reference
from reference.model import DisputeVerdict, Reference
from reference.validate import validate

_SHOWN = 10


@click.command("validate")
@click.option("--as-of", type=parse_day, metavar="YYYY-MM-DD", help="Warn of values that are overdue on that day.")
@references_option
@as_usage_errors
def command(as_of: date | None, references: tuple[Path, ...]) -> int:
    """Validate the built-in rules and those of --reference: their form, their meaning, and how they fit together."""
    complaints = validate((RULES, *references))
    for complaint in complaints:
        click.echo(str(complaint), err=True)
    if complaints:
        return USAGE
    reference = load_reference(references)
    for one in reference.replaced:
        click.echo(f"{one.by.id} replaces {one.rule.id}: it answers the same question and stands in a later folder")
    if as_of:
        _warn_of_overdue(reference, as_of)
    click.echo(_summary(reference))
    return FINE


def _warn_of_overdue(reference: Reference, as_of: date) -> None:
    overdue = list(_overdue(reference, as_of))
    for line in overdue[:_SHOWN]:
        click.echo(f"warning: {line}", err=True)
    if overdue[_SHOWN:]:
        click.echo(f"warning: and {len(overdue) - _SHOWN} more: factlint reference due --as-of {as_of}", err=True)


def _overdue(reference: Reference, as_of: date) -> Iterator[str]:
    for one in due(reference, as_of):
        if one.review.by < as_of:
            start = one.value.period.start or "always"
            yield f"{one.rule.id}: its value since {start} was due on {one.review.by} ({why_due(one.review)})"


def _summary(reference: Reference) -> str:
    values = sum(len(rule.values) for rule in reference.rules)
    still_open = sum(one.verdict is DisputeVerdict.OPEN for one in reference.disputes)
    held = ", ".join(
        (
            counted(values, "value"),
            counted(len(reference.unknown), "recorded unknown"),
            f"{counted(len(reference.disputes), 'dispute')} ({still_open} open)",
        )
    )
    return f"{len(reference.rules)} rules are valid: {held} (sha256 {reference.sha256})"

"""``factlint reference lock``: pin the rules a project is checked with, or see what changed since."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.exit_codes import FINDINGS, FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option, words_of_references
from reference.load import load_reference
from reference.lock import Drift, drift, lock_text


@click.command("lock")
@click.option("--check", "lock", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@references_option
@words_of_references
@as_usage_errors
def command(lock: Path | None, references: tuple[Path, ...]) -> int:
    """Print a lock of the rules; with --check FILE name the rules that changed since FILE was written (exit code 1).

    Keep it beside the articles: `factlint reference lock > factlint.lock`.
    """
    reference = load_reference(references)
    if lock is None:
        click.echo(lock_text(reference), nl=False)
        return FINE
    try:
        changes = drift(lock.read_text(encoding="utf-8"), reference)
    except ValueError as error:
        raise click.BadParameter(f"{lock}: {error}") from error
    _tell(changes)
    return FINDINGS if changes else FINE


def _tell(changes: Drift) -> None:
    for word, rules in (("added", changes.added), ("removed", changes.removed), ("changed", changes.changed)):
        for rule in rules:
            click.echo(f"{word}: {rule}")
    if not changes:
        click.echo("The rules are those of the lock.")

"""``factlint reference diff``: what differs between two states of the rules."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.echo import echo_json
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.reference.change_text import change_lines, change_object, summary
from reference.changes import changes
from reference.load import RULES, load_folders
from reference.model import Reference

_BUILT_IN = "built-in"


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", default=_BUILT_IN)
@click.option("--all", "every", is_flag=True, help="Also changes of wording and upkeep.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, everything.")
@as_usage_errors
def command(old: str, new: str, every: bool, as_json: bool) -> int:
    """Say what changed from OLD to NEW, rule by rule and value by value.

    Each is a folder of rules, or the word built-in for the rules that come with factlint (NEW when it is left out).
    Folders are read alone, without the built-in rules. Left out, unless --all is given, are changes of notes, wording
    and of the days on which somebody looked; changes of sources are always said.
    """
    found = changes(_read(old), _read(new))
    if as_json:
        echo_json([change_object(change) for change in found])
        return FINE
    for change in found:
        for line in change_lines(change, every):
            click.echo(line)
    click.echo(summary(found))
    return FINE


def _read(name: str) -> Reference:
    if name != _BUILT_IN and not Path(name).is_dir():
        raise click.UsageError(f"{name} is no folder of rules: give a folder, or the word {_BUILT_IN}")
    return load_folders((RULES if name == _BUILT_IN else Path(name),))

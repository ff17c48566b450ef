"""``factlint reference add``: a new rule, or a new value of one, into a folder of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from linter.cli.counted import counted
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option
from linter.cli.reference.added_files import with_file
from linter.cli.reference.interview import interview
from linter.cli.reference.rule_folder import (
    folder_option,
    new_complaints,
    refusals_as_usage_errors,
    require_valid,
    write_contents,
)
from linter.cli.rule_text import rule_text
from reference.draft import PAYLOAD_COLUMNS, RULE_COLUMNS, VALUE_COLUMNS
from reference.load import load_reference
from reference.model import Reference
from reference.parse import parse_rules
from reference.raw_rules import RawRules
from reference.written import FIELDS

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_COLUMNS = f"""\b
Columns of FILE.csv
  rule:  {", ".join(RULE_COLUMNS)}
  value: {", ".join(column for column in VALUE_COLUMNS if column not in PAYLOAD_COLUMNS)}
  what it says, by kind:
""" + "\n".join(f"    {kind}: {', '.join(one.name for one in fields)}" for kind, fields in FIELDS.items())


@click.command("add", epilog=_COLUMNS)
@click.argument("rule_id", metavar="[RULE-ID]", required=False)
@folder_option(required=True)
@click.option("--from", "source", type=_FILE, metavar="FILE", help="Take them from a .json or .csv file; ask nothing.")
@click.option("--close", is_flag=True, help="With --from: end earlier values the day before the new ones begin.")
@click.option("--file", "name", metavar="NAME", help="The file in DIR for a new rule: 510000/contribution.json.")
@click.option("--dry-run", is_flag=True, help="Show what would be written.")
@as_of_option
@as_usage_errors
@refusals_as_usage_errors
def command(
    rule_id: str | None, folder: Path, source: Path | None, close: bool, name: str | None, dry_run: bool, as_of: date
) -> int:
    """Add a rule, or a new value of the rule RULE-ID, to a folder of rules. Without --from it asks step by step.

    A value without a source, an overlap, an unknown quantity or facet is refused; what would not be valid is not
    written. A value for a built-in rule copies the rule into DIR, where it takes the place of the built-in one.

    FILE.json holds rules as a rule file does; of a rule that exists, id and values will do. FILE.csv holds one value a
    line under the columns below. A new rule needs quantity, title, title_en, from, what it says, evidence and
    source_title; a value of a known rule its id, from, what it says, evidence and source_title. Several words are
    separated by bars (payer=employer|population=active; 16|17), ranges are written 3..12, from is a day or "always",
    to is a day or empty, known_until stands instead where only the documents end, close is true or empty.
    """
    added(rule_id, folder, source, close, name, dry_run, as_of)
    return FINE


def added(
    rule_id: str | None, folder: Path, source: Path | None, close: bool, name: str | None, dry_run: bool, as_of: date
) -> tuple[str, ...]:
    """Add, from a file or by questions. Gives the ids of the rules that were written to."""
    reference, rules = load_reference((folder,)), RawRules.read(folder)
    if source is not None:
        rules, ids = with_file(rules, source, as_of, close, name)
        _show(rules, ids, reference)
        if dry_run:
            require_valid(rules)  # else whoever writes sees to it
    else:
        rules, asked = _asked(rule_id, rules, reference, as_of, name)
        ids = [asked]
    if dry_run or (source is None and not click.confirm("\nWrite it?", default=True)):
        click.echo("nothing was written")
        return ()
    _write(rules)
    return tuple(dict.fromkeys(ids))


def _asked(
    rule_id: str | None, rules: RawRules, reference: Reference, today: date, name: str | None
) -> tuple[RawRules, str]:
    """The rules with what the answers add; while they would not be valid, the questions are asked again."""
    earlier: Mapping[str, str] = {}
    while True:
        answers = interview(rule_id, rules, reference, today, earlier)
        added = rules.added(answers.rule, answers.close, name)
        _show(added, [answers.rule["id"]], reference)
        wrong = new_complaints(added)
        if not wrong:
            return added, answers.rule["id"]
        click.echo("\n".join(["", "It would not be valid:", *map(str, wrong)]), err=True)
        click.confirm("Go through the answers again?", default=True, abort=True)
        rule_id, earlier = answers.rule["id"], answers.words


def _write(rules: RawRules) -> None:
    write_contents(rules)
    for file in rules.changed:
        click.echo(f"written to {file}")


def _show(rules: RawRules, ids: Iterable[str], reference: Reference) -> None:
    """The rules as they will read."""
    every = list(ids)
    for rule_id in dict.fromkeys(every):
        raw = rules.known(rule_id)
        assert raw is not None
        click.echo("\n" + rule_text(next(parse_rules(raw)), reference), nl=False)
        if rules.replaces_built_in(rule_id):
            click.echo("  (it takes the place of the built-in rule)")
    click.echo(f"\n{counted(len(every), 'addition')}")

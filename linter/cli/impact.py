"""``factlint impact``: which sentences of an archive are judged otherwise by other rules, or on another day."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.archive.store_notes import tell_of_store
from linter.cli.exit_codes import FINDINGS, FINE, PROBLEM
from linter.cli.extras import require
from linter.cli.failures import as_usage_errors
from linter.cli.planning import plan_for, situated
from linter.desk.planning import NEVER, Wishes
from linter.finding import Severity
from linter.messages import say

if TYPE_CHECKING:
    from linter.archive.impact.impact import Impact
    from linter.archive.impact.sides import Side
    from linter.settings import Settings

_FORMATS = ("text", "json", "csv", "parquet")
_SHOWN = 50
# The processes that judge need as much again.
_MEGABYTES = 450


@click.command("impact")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="STORE")
@click.option(
    "--from", "before", metavar="REF", help="The rules, or the day, before.  [the rules and the day of a check]"
)
@click.option("--to", "after", metavar="REF", help="The rules, or the day, after.  [the rules and the day of a check]")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, instead of standard output.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=_SHOWN,
    show_default=True,
    help="The most changes that the text lists; 0 lists all.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*(each.value for each in Severity), NEVER]),
    default=NEVER,
    show_default=True,
    help="Exit 1 when a sentence becomes wrong or stale with this severity, or a worse one.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Number of processes.  [one for each processor]")
@situated
@as_usage_errors
def command(
    folder: Path,
    before: str | None,
    after: str | None,
    format_: str,
    output: Path | None,
    limit: int,
    jobs: int | None,
    wishes: Wishes,
) -> int:
    """Say which sentences of the articles in a store change verdict, without reading the articles again.

    REF is a folder of rules, read alone; a rule file, whose rules take the place of those on the same questions; the
    word built-in; or a day, YYYY-MM-DD, on which the usual rules are judged. So before a changed rule is merged:
    factlint impact STORE --to changed.json

    Exits with 0, with 1 as --fail-on says, 2 (wrong usage), or 3 (some claims could not be judged).
    """
    require("archive", "duckdb", "pyarrow")
    from linter.archive.database import connect
    from linter.archive.impact.impact import find_impact
    from linter.archive.impact.sides import benches_of
    from linter.archive.store import Store
    from linter.cli.archive.impact_formats import Told, write_impact

    plan = plan_for(wishes, ())
    settings = replace(plan.settings, profile="audit", select=(), ignore=())
    old, new = _sides(before, after, settings)
    store = Store.open(folder)
    tell_of_store(store, plan.lang)
    with connect(store, memory_mb=_MEGABYTES) as database:
        impact = find_impact(database, partial(benches_of, old, new, settings), jobs or os.cpu_count() or 1)
        write_impact(Told(database, impact, old, new, plan.lang, limit or None), format_, output)
    if impact.left_out:
        click.echo(say("impact.left-out", number=impact.left_out).in_language(plan.lang), err=True)
    return _exit_code(impact, wishes.fail_on or NEVER)


def _sides(before: str | None, after: str | None, settings: Settings) -> tuple[Side, Side]:
    from linter.archive.impact.sides import side_of, usual_side

    if before is None and after is None:
        raise click.UsageError("say what changes: --from REF, --to REF, or both")
    try:
        old, new = (usual_side(settings) if name is None else side_of(name, settings) for name in (before, after))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return old, new


def _exit_code(impact: Impact, fail_on: str) -> int:
    if impact.left_out:
        return PROBLEM
    if fail_on == NEVER:
        return FINE
    worst = Severity(fail_on).rank
    return FINDINGS if any(Severity(each).rank <= worst for each in impact.severities) else FINE

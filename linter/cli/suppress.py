"""``factlint suppress``: writes a suppression for a finding that is right to leave."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from linter.cli.destinations import write
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.gathering import gather
from linter.cli.options import parse_day
from linter.cli.planning import configured, plan_for
from linter.control_characters import without_controls
from linter.desk.planning import Wishes
from linter.desk.policy_files import sidecar_of, sidecar_path
from linter.desk.settling import Policies, unsettled
from linter.policy.sidecar import with_entry
from linter.run import run


@click.command("suppress")
@click.argument("fingerprint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--reason", required=True, help="Why the finding is not to count.")
@click.option("--owner", help="Who answers for it.")
@click.option("--expires", metavar="YYYY-MM-DD", callback=lambda _c, _p, day: day and parse_day(day), help="Last day.")
@click.option("--suppressions", type=click.Path(dir_okay=False, path_type=Path), help="The file to write to.")
@configured
@as_usage_errors
def command(
    fingerprint: str,
    paths: tuple[Path, ...],
    reason: str,
    owner: str | None,
    expires: date | None,
    suppressions: Path | None,
    wishes: Wishes,
) -> int:
    """Suppress the finding called FINGERPRINT (from any report) in these articles.

    The entry is added to the suppressions file: the one given, the configuration's, or factlint-suppressions.yml. It
    records the state of the rule the finding rests on, so that the finding counts again when the rule changes.
    """
    paths = paths or (Path("."),)
    plan = plan_for(wishes, paths)
    file = sidecar_path(plan.config, suppressions)
    checked = unsettled(run(gather(paths, None, plan), plan.settings), plan, Policies(suppress=False))
    found = [(each, one) for each in checked.documents for one in each.findings if one.fingerprint == fingerprint]
    if not found:
        raise click.UsageError(f"no finding of these articles is called {fingerprint}")
    result, finding = found[0]
    before = sidecar_of(plan.config, file).text if os.path.lexists(file) else ""
    path = Path(os.path.relpath(result.document.path, file.parent)).as_posix()
    write(with_entry(before, finding, result.document, path, reason=reason, owner=owner, expires=expires), file)
    click.echo(without_controls(f"{file}: {fingerprint} {finding.code} {result.document.path}"))
    return FINE

"""``factlint suppress``: writes a suppression for a finding that is right to leave."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click
import yaml

from linter.cli.destinations import write
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.gathering import gather
from linter.cli.options import parse_day
from linter.cli.planning import configured, plan_for
from linter.desk.planning import Plan, Wishes
from linter.desk.policy_files import sidecar_of, sidecar_path
from linter.desk.settling import Policies, unsettled
from linter.finding import Finding
from linter.policy.suppression import state_of_rule
from linter.result import DocumentResult
from linter.run import run

_HEAD = "version: 1\nsuppressions:\n"


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
    result = unsettled(run(gather(paths, None, plan), plan.settings), plan, Policies(suppress=False))
    found = [(each, one) for each in result.documents for one in each.findings if one.fingerprint == fingerprint]
    if not found:
        raise click.UsageError(f"no finding of these articles is called {fingerprint}")
    _add(file, _entry(*found[0], file, reason=reason, owner=owner, expires=expires), plan)
    click.echo(f"{file}: {fingerprint} {found[0][1].code} {found[0][0].document.path}")
    return FINE


def _entry(document: DocumentResult, finding: Finding, file: Path, **said: date | str | None) -> dict[str, str]:
    entry = {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "path": Path(os.path.relpath(document.document.path, file.parent)).as_posix(),
        "quote": " ".join(finding.span.cut(document.document.visible).split()),
        **{name: str(value) for name, value in said.items() if value is not None},
    }
    rests_on = state_of_rule(finding)
    return entry | ({"rests-on": rests_on} if rests_on else {})


def _add(file: Path, entry: dict[str, str], plan: Plan) -> None:
    """Append to the file as it is: comments and order are somebody's."""
    before = sidecar_of(plan.config, file).text if file.exists() else _HEAD
    added = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)
    write(before.rstrip("\n") + "\n" + "".join(f"  {line}\n" for line in added.splitlines()), file)

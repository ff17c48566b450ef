"""``factlint baseline``: the list of findings that are known."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from linter.cli.destinations import write
from linter.cli.echo import echo_of
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.failures import as_usage_errors
from linter.cli.gathering import gather
from linter.cli.planning import configured, plan_for
from linter.cli.table import aligned
from linter.desk.planning import Wishes
from linter.desk.policy_files import BaselineFile
from linter.desk.settling import Policies, unsettled
from linter.policy.baseline import Compared, Known, known_of
from linter.policy.baseline_file import write_baseline
from linter.policy.showing import shown
from linter.profile import PROFILES
from linter.result import RunResult
from linter.run import run


@dataclass(frozen=True, slots=True)
class Checked:
    """Articles just checked: their result before any baseline, and the baseline's file."""

    result: RunResult
    home: BaselineFile

    def compared(self) -> tuple[Compared, tuple[Known, ...]]:
        """The result held against the file, and the entries of articles that were not checked and are still there."""
        entries = self.home.read()
        compared = self.home.compare(self.result, entries)
        here = {self.home.name(each.document.path) for each in self.result.documents}
        elsewhere = (each for each in compared.missing if each.path not in here and not self.home.gone(each.path))
        return compared, tuple(elsewhere)

    def leave(self, entries: Sequence[Known], said: str) -> int:
        """Write the file and say what was done."""
        write(write_baseline(entries), self.home.path)
        click.echo(f"{self.home.path}: {said}")
        for problem in self.result.problems:
            echo_of(problem.path, problem.reason.en)
        return PROBLEM if self.result.problems else FINE


@click.group("baseline")
def command() -> None:
    """Findings that are known and do not count: only new ones fail a run.

    The file is --baseline, that of the configuration, or factlint-baseline.json beside it. Errors and warnings are
    recorded by their fingerprints, so that edits elsewhere and moved articles change nothing.
    """


def _checking(action: Callable[[Checked], int]) -> Callable[..., int]:
    """A subcommand that checks articles first."""

    @click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
    @configured
    @click.option("--baseline", type=click.Path(dir_okay=False, path_type=Path), help="The file.")
    @click.option("--jobs", type=click.IntRange(min=1), help="Number of processes.  [by number of articles]")
    @as_usage_errors
    @wraps(action)
    def checking(paths: tuple[Path, ...], wishes: Wishes, baseline: Path | None, jobs: int | None, **_: Any) -> int:
        paths = paths or (Path("."),)
        plan = plan_for(wishes, paths)
        result = unsettled(run(gather(paths, None, plan), plan.settings, jobs=jobs), plan, Policies())
        return action(Checked(shown(result, PROFILES[plan.settings.profile]), BaselineFile.of(plan.config, baseline)))

    return checking


@command.command("create")
@_checking
def create(checked: Checked) -> int:
    """Write the findings of these articles into a new file."""
    if os.path.lexists(checked.home.path):
        raise click.UsageError(f"{checked.home.path} exists: update or prune it, or remove it first")
    entries = known_of(checked.result, checked.home.name)
    return checked.leave(entries, f"{len(entries)} findings")


@command.command("update")
@_checking
def update(checked: Checked) -> int:
    """Add the new findings of these articles and remove those that are gone; other articles' stay."""
    compared, elsewhere = checked.compared()
    entries = known_of(checked.result, checked.home.name)
    new = len(known_of(compared.result))
    gone = len(compared.missing) - len(elsewhere)
    return checked.leave((*entries, *elsewhere), f"{new} added, {gone} removed, {len(entries) + len(elsewhere)} in all")


@command.command("prune")
@_checking
def prune(checked: Checked) -> int:
    """Remove what these articles no longer have, and the articles that are gone; nothing is added."""
    compared, elsewhere = checked.compared()
    gone = len(compared.missing) - len(elsewhere)
    return checked.leave((*_renamed(compared, checked), *elsewhere), f"{gone} removed")


@command.command("show")
@click.option("--baseline", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The file.")
@configured
@as_usage_errors
def show(baseline: Path | None, wishes: Wishes) -> int:
    """Count the known findings by check and article."""
    home = BaselineFile.of(plan_for(wishes, ()).config, baseline)
    counts = Counter((each.path, each.code) for each in home.read())
    for line in aligned([(path, code, str(count)) for (path, code), count in sorted(counts.items())]):
        click.echo(line)
    click.echo(f"{home.path}: {counts.total()} findings")
    return FINE


def _renamed(compared: Compared, checked: Checked) -> Iterable[Known]:
    """The entries found, under the names their articles have now."""
    names = {
        settled.finding.fingerprint: checked.home.name(each.document.path)
        for each in compared.result.documents
        for settled in each.settled
    }
    return (
        replace(each, path=names.get(each.fingerprint, each.path)) if checked.home.gone(each.path) else each
        for each in compared.found
    )

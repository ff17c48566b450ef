"""Baselines in git: the findings that a commit had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from linter.article import Article
from linter.cli.git import UnknownCommitError, files_at
from linter.desk.planning import Plan
from linter.desk.policy_files import BaselineFile
from linter.policy.baseline import Known, known_of
from linter.run import run


def known_at(
    commit: str | None, articles: Sequence[Article], plan: Plan, home: BaselineFile
) -> tuple[Known, ...] | None:
    """The findings that the same articles gave at a commit, by checking them as they were then.

    ``None`` without a commit, and where git does not have it, which is told on standard error: the file decides.
    """
    if commit is None:
        return None
    try:
        then = files_at(Path.cwd(), commit, [each.path for each in articles if each.data is None])
    except UnknownCommitError:
        instead = f"taking {home.path}" if home.path.exists() else "and there is no baseline file"
        click.echo(f"factlint: commit {commit} is not in this clone; {instead}", err=True)
        return None
    old = [replace(each, data=then[each.path]) for each in articles if each.path in then]
    return known_of(run(old, plan.settings), home.name)

"""Baselines on disk and in git."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from linter.cli.destinations import write
from linter.cli.git import files_at
from linter.cli.planning import Plan
from linter.policy.baseline import Compared, Known, compare, known_of
from linter.policy.baseline_file import FILE_NAME, BaselineError, read_baseline, write_baseline
from linter.result import RunResult
from linter.run import Article, run


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline at a place; articles are named relative to its folder."""

    path: Path

    @classmethod
    def of(cls, plan: Plan, named: Path | None) -> BaselineFile:
        """The one named, or the configuration's, or the one beside the configuration."""
        return cls(named or plan.config.baseline or plan.config.root / FILE_NAME)

    def read(self) -> tuple[Known, ...]:
        """Its entries. Raises ``click.UsageError``."""
        try:
            return read_baseline(self.path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, BaselineError) as error:
            raise click.UsageError(f"{self.path}: {getattr(error, 'strerror', None) or error}") from error

    def write(self, entries: Sequence[Known]) -> None:
        """Write it whole or not at all."""
        write(write_baseline(entries), self.path)

    def name(self, path: str) -> str:
        """What the baseline calls an article."""
        return Path(os.path.relpath(path, self.path.parent)).as_posix()

    def gone(self, name: str) -> bool:
        """True when the article of that name is no longer there."""
        return not (self.path.parent / name).exists()

    def compare(self, result: RunResult, entries: Sequence[Known]) -> Compared:
        """The run held against these entries."""
        return compare(result, entries, self.name, self.gone)


def known_at(commit: str, articles: Sequence[Article], plan: Plan, home: BaselineFile) -> tuple[Known, ...]:
    """The findings that the same articles gave at a commit, by checking them as they were then."""
    then = files_at(Path.cwd(), commit, [each.path for each in articles if each.data is None])
    old = [replace(each, data=then[each.path]) for each in articles if each.path in then]
    return known_of(run(old, plan.settings), home.name)

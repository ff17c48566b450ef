"""``factlint annotate``: Word files in, copies with comments out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from linter.article import Article
from linter.cli.baselines import known_at
from linter.cli.counted import counted
from linter.cli.destinations import write_file
from linter.cli.failures import as_usage_errors
from linter.cli.gathering import gather
from linter.cli.outcome import exit_code
from linter.cli.output_files import output_files
from linter.cli.planning import configured, plan_for
from linter.cli.policy_options import policed
from linter.control_characters import without_controls
from linter.desk.planning import Plan, Wishes
from linter.desk.policy_files import BaselineFile
from linter.desk.settling import Policies, settled
from linter.messages import Message, say
from linter.readers import UnreadableError, why_unreadable
from linter.result import DocumentResult, Problem
from linter.run import run
from linter.word import annotated

_SUFFIX = ".docx"


@click.command("annotate")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; for several files, or a folder, the folder to write them to.",
)
@click.option("--tracked", is_flag=True, help="Write suggestions as tracked changes too.")
@click.option("--author", default="factlint", show_default=True, help="Who signs the comments.")
@configured
@policed
@as_usage_errors
def command(
    paths: tuple[Path, ...],
    output: Path,
    tracked: bool,
    author: str,
    wishes: Wishes,
    policies: Policies,
    baseline_ref: str | None,
) -> int:
    """Write the findings of Word files (.docx) as comments at their words, into copies of the files.

    All else in a file stays as it is. A file is written over only where -o names it. Exits as check does.
    """
    plan = plan_for(wishes, paths)
    articles = _word_files(paths, output, plan)
    copies = output_files(paths, [Path(article.path) for article in articles], output)
    known = known_at(baseline_ref, articles, plan, BaselineFile.of(plan.config, policies.baseline))
    result = settled(run(articles, plan.settings), plan, policies, known)
    comments = _Comments(author, tracked, plan)
    failed = [comments.write(each, Path(each.document.path), copies) for each in result.documents]
    result = replace(result, problems=(*result.problems, *(problem for problem in failed if problem)))
    for problem in result.problems:
        click.echo(without_controls(f"factlint: {problem.path}: {problem.reason.in_language(plan.lang)}"), err=True)
    return exit_code(result, plan.gate)


def _word_files(paths: Sequence[Path], output: Path, plan: Plan) -> list[Article]:
    """The Word files meant. In folders other files are passed over, and what earlier runs wrote to the output."""
    for path in paths:
        if not path.is_dir() and path.suffix.lower() != _SUFFIX:
            raise click.UsageError(f"{path} is no Word file ({_SUFFIX})")
    articles = [article for article in gather(paths, None, plan) if article.path.lower().endswith(_SUFFIX)]
    written = Path(os.path.realpath(output))
    searched = [Path(os.path.realpath(path)) for path in paths if path.is_dir()]
    if any(written != folder and written.is_relative_to(folder) for folder in searched):
        articles = [article for article in articles if written not in Path(os.path.realpath(article.path)).parents]
    if not articles:
        raise click.UsageError(f"no Word file ({_SUFFIX}) in {', '.join(map(str, paths))}")
    return articles


@dataclass(frozen=True, slots=True)
class _Comments:
    author: str
    tracked: bool
    plan: Plan

    def write(self, result: DocumentResult, path: Path, copies: Mapping[Path, Path]) -> Problem | None:
        """Write the copy of a file, and say so; nothing for what is none of them (the file of suppressions)."""
        if path not in copies:
            return None
        try:
            data = annotated(
                path.read_bytes(),
                result.document,
                result.findings,
                lang=self.plan.lang,
                author=self.author,
                day=self.plan.settings.as_of,
                tracked=self.tracked,
            )
        except (OSError, UnreadableError, ValueError) as error:
            return Problem(result.document.path, why_unreadable(error))
        write_file((data,), copies[path])
        click.echo(self._told(result, copies[path]))
        return None

    def _told(self, result: DocumentResult, copy: Path) -> str:
        number = len(result.findings)
        told = say(
            "word.written",
            path=without_controls(result.document.path),
            copy=without_controls(str(copy)),
            comments=Message(str(number), counted(number, "comment")),
            numbers=result.coverage.numbers,
            checked=result.coverage.checked,
        )
        return told.in_language(self.plan.lang)

"""``factlint eval``: how often the checks are right."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from linter.article import Article
from linter.cli.echo import echo_of
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.failures import as_usage_errors
from linter.cli.options import FOLDER, judging
from linter.discover import find_articles
from linter.evaluation.labels import LabelError, Labels, read_labels
from linter.evaluation.matching import JudgedDocument, compare
from linter.evaluation.scores import score
from linter.evaluation.tables import false_findings, missed_labels, score_object, score_table
from linter.run import run
from linter.settings import Settings

_NONE = Labels()


@click.command("eval")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The labels of the articles."
)
@click.option("--show", type=click.Choice(["false", "missed", "all"]), help="List findings that are wrong or missing.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--jobs", type=click.IntRange(min=1), help="Number of processes.")
@judging(profile="audit")
@as_usage_errors
def command(
    folder: Path, gold: Path | None, show: str | None, as_json: bool, jobs: int | None, settings: Settings
) -> int:
    """Measure precision and recall on the labelled articles in DIR.

    Without --gold, and in articles the labels do not name, every error and warning counts as false.
    """
    folder = Path(os.path.normpath(folder))
    labels = _labels(gold, folder)
    result = run([Article.at(path) for path in find_articles([folder])], settings, jobs=jobs)
    for problem in result.problems:
        echo_of(problem.path, problem.reason.en)
    documents = []
    for document in result.documents:
        name = Path(document.document.path).relative_to(folder).as_posix()
        documents.append(compare(name, document, labels.get(name, _NONE)))
    _print(documents, show, as_json)
    return PROBLEM if result.problems else FINE


def _labels(gold: Path | None, folder: Path) -> dict[str, Labels]:
    if gold is None:
        return {}
    try:
        labels = read_labels(gold)
    except LabelError as error:
        raise click.UsageError(str(error)) from error
    missing = sorted(name for name in labels if not (folder / name).is_file())
    if missing:
        raise click.UsageError(f"{gold} has labels for {missing[0]}, which is not in {folder}")
    return labels


def _print(documents: list[JudgedDocument], show: str | None, as_json: bool) -> None:
    scores = score(documents)
    if as_json:
        click.echo(json.dumps(score_object(scores, documents), ensure_ascii=False, indent=2))
        return
    click.echo(score_table(scores), nl=False)
    for wanted, title, lines in (
        ("false", "false findings", false_findings(documents)),
        ("missed", "missed errors", missed_labels(documents)),
    ):
        if show in (wanted, "all"):
            click.echo(f"\n{title}")
            for line in lines:
                click.echo(f"  {line}")

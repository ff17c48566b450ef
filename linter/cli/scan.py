"""``factlint scan``: a corpus into a store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.archive.sources.columns import Columns
from linter.cli.archive.corpus_options import corpus_options
from linter.cli.archive.engine_options import engine_option, master_option
from linter.cli.archive.engines import scan_here, scan_on_spark
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.extras import require
from linter.cli.failures import as_usage_errors
from linter.cli.gathering import Passed
from linter.cli.planning import advising, plan_for
from linter.control_characters import without_controls
from linter.desk.planning import Wishes

if TYPE_CHECKING:
    from linter.archive.store import Store

# An archive is asked many questions: everything is kept, and chosen from later.
_PROFILE = "audit"
_SHOWN = 20


@click.command("scan")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="CORPUS...")
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help="The folder of the store.")
@corpus_options
@engine_option
@master_option
@click.option("--jobs", type=click.IntRange(min=1), help="Number of processes.  [one for each processor]")
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="For one document.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=1),
    default=1500,
    show_default=True,
    metavar="MB",
    help="For one document.",
)
@advising
@as_usage_errors
def command(
    paths: tuple[Path, ...],
    folder: Path,
    columns: Columns,
    engine: str,
    master: str | None,
    jobs: int | None,
    time_limit: float,
    memory_limit: int,
    wishes: Wishes,
) -> int:
    """Scan a corpus into a store, which can then be asked: see factlint archive, factlint impact, forecast --store.

    CORPUS is folders and files: articles, and tables of articles (JSONL and CSV, also packed, Parquet, WARC). A second
    scan examines what has changed; one that was stopped goes on where it was. A document that cannot be read, or takes
    more than the limits allow, is kept as a problem. Exits with 3 when there are problems, else with 0.
    """
    require("archive", "duckdb", "filelock", "pyarrow", "rensa", "tqdm", "warcio")
    from linter.archive.guard import Limits
    from linter.archive.sources.corpus import Corpus
    from linter.archive.store import Store

    plan = plan_for(replace(wishes, profile=wishes.profile or _PROFILE), paths)
    corpus = Corpus(paths, columns, Passed(plan.configs, [folder]))
    limits = Limits(time_limit, memory_limit)
    if engine == "spark" and jobs is not None:
        raise click.UsageError("--jobs is for --engine embedded: a cluster has its own cores")
    if engine == "spark":
        manifest = scan_on_spark(corpus, folder, plan.settings, limits, master)
    else:
        manifest = scan_here(corpus, folder, plan.settings, limits, jobs)
    return _told(Store(folder, manifest), plan.lang)


def _told(store: Store, lang: str) -> int:
    """Say what the store holds now, and the first of its problems."""
    from linter.archive.database import connect

    rows = store.manifest.rows
    click.echo(f"{store.folder}: {rows('documents')} documents, {rows('claims')} claims, {rows('findings')} findings")
    if not rows("problems"):
        return FINE
    query = f"SELECT path, reason_{lang} FROM problems ORDER BY ALL LIMIT {_SHOWN}"
    with connect(store) as database:
        for path, reason in database.execute(query).fetchall():
            click.echo(without_controls(f"{path}: {reason}"), err=True)
    more = rows("problems") - _SHOWN
    click.echo(f"{rows('problems')} problems" + (f", {more} more than shown" if more > 0 else ""), err=True)
    return PROBLEM

"""``factlint reference pages``: a page for every rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option
from linter.rule_cases import exercises, read_rule_cases
from linter.rule_pages.site import pages
from linter.rule_pages.view import rule_pages
from linter.settings import Settings, bench_of


@click.command("pages")
@click.option(
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder for the pages; it is made when it is missing.",
)
@as_of_option
@as_usage_errors
def command(folder: Path, as_of: date) -> int:
    """Write a web page for every built-in rule: value of the day, history, sources, checks, and what they catch."""
    bench = bench_of(Settings(as_of, "audit"))
    every = exercises(read_rule_cases().cases, bench)
    views = rule_pages(every, bench.reference, as_of, bench.region_name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(views, as_of, bench.reference.sha256):
        (folder / name).write_text(text, encoding="utf-8")
    click.echo(f"{len(views)} rules: {folder / 'index.html'}")
    return FINE

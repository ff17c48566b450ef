"""``factlint check``: articles in, reports out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import click

from linter.check_pages import check_text
from linter.cli.destinations import Destination, PairingCommand, write
from linter.cli.exit_codes import FINDINGS, FINE, PROBLEM
from linter.cli.failures import as_usage_errors
from linter.cli.options import judging
from linter.cli.step_summary import SUMMARY, add_step_summary
from linter.discover import find_articles
from linter.finding import Severity
from linter.profile import PROFILES
from linter.registry import load_checks, load_reports
from linter.report import DOCS_URL, CheckText, RenderOptions
from linter.result import RunResult
from linter.run import Article, Settings, bench_of, run

_STDIN = Path("-")


@click.command("check", cls=PairingCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME", help="text, html, json, sarif, github, …; may be repeated."
)
@click.option("-o", "--output", "outputs", multiple=True, type=click.Path(path_type=Path), help="File of that format.")
@judging(profile="ci")
@click.option(
    "--fail-on",
    type=click.Choice([*(each.value for each in Severity), "never"]),
    help="Exit 1 from this severity on.  [by profile]",
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of reports.")
@click.option(
    "--docs-url", default=DOCS_URL, show_default=True, help="Where reports say the documentation of the checks is."
)
@click.option("--jobs", type=click.IntRange(min=1), help="Number of processes.  [by number of articles]")
@click.option("--no-cache", is_flag=True, expose_value=False, help="Accepted; every run reads everything anew.")
@click.option("--stdin-filename", help="Name of the article on standard input.")
@click.pass_context
@as_usage_errors
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    settings: Settings,
    fail_on: str | None,
    lang: str,
    docs_url: str,
    jobs: int | None,
    stdin_filename: str | None,
) -> int:
    """Check articles: files, folders (default: this one), or - for standard input.

    Exits with 0 (nothing at or above --fail-on), 1 (something), 2 (wrong usage or a broken rule file), or
    3 (some input could not be read or a check crashed; the rest was reported).
    """
    destinations = _known(ctx.obj)
    articles = _articles(paths or (Path("."),), stdin_filename)
    result = _run_with_progress(articles, settings, jobs)
    threshold = _threshold(fail_on, settings)
    options = _options(settings, docs_url, threshold)
    reports = load_reports()
    for each in destinations:
        write(reports[each.format].render(result, lang=lang, options=_fitting(options, each)), each.output)
    add_step_summary(destinations, lambda: reports[SUMMARY].render(result, lang=lang, options=options))
    return _exit_code(result, threshold)


def _known(destinations: Iterable[Destination]) -> tuple[Destination, ...]:
    reports = load_reports()
    for each in destinations:
        if each.format not in reports:
            raise click.BadParameter(f"{each.format!r} is none of {', '.join(reports)}", param_hint="--format")
    return tuple(destinations)


def _articles(paths: tuple[Path, ...], stdin_filename: str | None) -> list[Article]:
    files = [path for path in paths if path != _STDIN]
    if stdin_filename is not None and len(files) == len(paths):
        raise click.UsageError("--stdin-filename needs the path -")
    articles = [Article.at(path) for path in find_articles(files)] if files else []
    if len(files) < len(paths):
        articles.append(Article(stdin_filename or "<stdin>", sys.stdin.buffer.read()))
    return articles


def _run_with_progress(articles: list[Article], settings: Settings, jobs: int | None) -> RunResult:
    if not sys.stderr.isatty():
        return run(articles, settings, jobs=jobs)
    with click.progressbar(length=len(articles), file=sys.stderr, show_eta=False) as bar:
        return run(articles, settings, jobs=jobs, progress=lambda: bar.update(1))


def _options(settings: Settings, docs_url: str, fail_on: Severity | None) -> RenderOptions:
    return RenderOptions(
        names=bench_of(settings).region_name,
        docs_url=docs_url,
        about=lambda code: _check_texts().get(code),
        fail_on=fail_on,
    )


@cache
def _check_texts() -> Mapping[str, CheckText]:
    """Few reports ask for them."""
    return {check.code: check_text(check) for check in load_checks()}


def _fitting(options: RenderOptions, destination: Destination) -> RenderOptions:
    if destination.output is None and sys.stdout.isatty():
        return replace(options, color="NO_COLOR" not in os.environ, width=shutil.get_terminal_size().columns)
    return options


def _exit_code(result: RunResult, fail_on: Severity | None) -> int:
    if result.problems:
        return PROBLEM
    findings = (finding for document in result.documents for finding in document.findings)
    failing = fail_on is not None and any(finding.severity.rank <= fail_on.rank for finding in findings)
    return FINDINGS if failing else FINE


def _threshold(fail_on: str | None, settings: Settings) -> Severity | None:
    if fail_on == "never":
        return None
    return PROFILES[settings.profile].fail_on if fail_on is None else Severity(fail_on)

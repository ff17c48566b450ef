"""``factlint check``: articles in, reports out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from linter.article import Article
from linter.cache.store import Store
from linter.cli.baselines import known_at
from linter.cli.caching import Caching, cache_options, kept_results
from linter.cli.destinations import PairingCommand
from linter.cli.failures import as_usage_errors
from linter.cli.gathering import gather
from linter.cli.outcome import exit_code
from linter.cli.planning import configs_of, limited, plan_for
from linter.cli.policy_options import policed
from linter.cli.recording import Records, history_with, past_of, record, recorded
from linter.cli.rendering import existing, render
from linter.cli.repeating import repetition, with_digests
from linter.cli.shown_config import show_config
from linter.cli.step_summary import wants_step_summary
from linter.cli.watching import watch
from linter.desk.planning import Wishes
from linter.desk.policy_files import BaselineFile
from linter.desk.settling import Policies, settled
from linter.result import RunResult
from linter.run import run
from linter.settings import Settings


@click.command("check", cls=PairingCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME", help="text, html, json, sarif, github, …; may be repeated."
)
@click.option("-o", "--output", "outputs", multiple=True, type=click.Path(path_type=Path), help="File of that format.")
@limited
@click.option("--jobs", type=click.IntRange(min=1), help="Number of processes.  [by number of articles]")
@cache_options
@policed
@recorded
@click.option("--stdin-filename", help="Name of the article on standard input.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file changes, until Ctrl-C (exit 0).")
@click.option("--force-exclude", is_flag=True, help="Pass over excluded and ignored files even when they are named.")
@click.option(
    "--show-config",
    "shown",
    type=click.Path(path_type=Path),
    help="Print the configuration that holds for this file, and stop.",
)
@click.pass_context
@as_usage_errors
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    wishes: Wishes,
    policies: Policies,
    baseline_ref: str | None,
    records: Records,
    jobs: int | None,
    caching: Caching,
    stdin_filename: str | None,
    watching: bool,
    force_exclude: bool,
    shown: Path | None,
) -> int:
    """Check articles: files, folders (default: this one), or - for standard input.

    Exits with 0 (nothing at or above --fail-on), 1 (something), 2 (wrong usage, configuration or a broken rule file),
    or 3 (some input could not be read or a check crashed; the rest was reported).
    """
    if shown is not None:
        return show_config(configs_of(wishes).of_article(shown))
    destinations = existing(ctx.obj)
    paths = paths or (Path("."),)
    written = [*(each.output for each in destinations if each.output), *records.files]

    @as_usage_errors
    def check() -> int:
        plan = plan_for(wishes, paths)
        past = past_of(records)
        gathered = gather(paths, stdin_filename, plan, force_exclude=force_exclude, written=written)
        articles = list(with_digests(gathered)) if not caching.off else gathered
        with kept_results(caching, plan.config, articles) as store:
            # What a run looks up or leaves behind besides these cannot be told from its reports.
            simple = not (baseline_ref or records.wanted or wants_step_summary(destinations))
            again = repetition(store if simple else None, articles, plan, policies)
            code = again.replay(destinations)
            if code is not None:
                return code
            found = _run_with_progress(articles, plan.settings, jobs, store)
            known = known_at(baseline_ref, articles, plan, BaselineFile.of(plan.config, policies.baseline))
            result = settled(found, plan, policies, known)
            code = exit_code(result, plan.gate)
            render(result, destinations, plan, history_with(result, past, records), again.hear)
            record(result, records, plan)
            again.keep(found, code)
            return code

    if not watching:
        return check()
    return watch(paths, written, check)


def _run_with_progress(articles: list[Article], settings: Settings, jobs: int | None, store: Store | None) -> RunResult:
    if not sys.stderr.isatty():
        return run(articles, settings, jobs=jobs, store=store)
    with click.progressbar(length=len(articles), file=sys.stderr, show_eta=False) as bar:
        return run(articles, settings, jobs=jobs, progress=lambda: bar.update(1), store=store)

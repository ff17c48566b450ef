"""``factlint forecast``: which sentences become wrong on which day, and which rules change."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import click

from linter.cli.archive.store_notes import tell_of_store
from linter.cli.destinations import write
from linter.cli.echo import echo_of
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.extras import require
from linter.cli.failures import as_usage_errors
from linter.cli.forecast_calendar import as_calendar
from linter.cli.forecast_formats import Forecast, as_csv, as_json, as_text
from linter.cli.gathering import gather
from linter.cli.options import parse_day, region_option
from linter.cli.planning import plan_for, situated, span_of_days
from linter.desk.planning import Plan, Wishes
from linter.forecast import Entry, of_articles, of_rules
from linter.registry import load_checks
from linter.result import Problem
from linter.run import run
from linter.settings import Settings, bench_of
from reference.calendar import changes_ahead
from reference.regions import COUNTRY

_FORMATS = {"text": as_text, "json": as_json, "csv": as_csv, "ics": as_calendar}
_WITHIN = 365


@click.command("forecast")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--until",
    metavar="YYYY-MM-DD",
    callback=lambda _c, _o, day: day and parse_day(day),
    help="The last day to look at.",
)
@click.option(
    "--within", metavar="SPAN", callback=span_of_days, help="Instead of --until: 90d, 12w, 6m or 1y from now.  [1y]"
)
@click.option("--format", "format_", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, instead of standard output.")
@click.option(
    "--store",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Instead of PATHs: the articles in a store of factlint scan, which are not read again.",
)
@region_option
@situated
@as_usage_errors
def command(
    paths: tuple[Path, ...],
    until: date | None,
    within: int | None,
    format_: str,
    output: Path | None,
    store: Path | None,
    region: str | None,
    wishes: Wishes,
) -> int:
    """List what is right now and becomes wrong, by the day: sentences of these articles, or - for standard input.

    Without a PATH: the rules that change, and what they become. What is merely not known from a day on is no change.
    """
    if until is not None and within is not None:
        raise click.UsageError("--until and --within exclude each other")
    if paths and store is not None:
        raise click.UsageError("--store and paths exclude each other")
    if (paths or store is not None) and region is not None:
        raise click.UsageError("--region is for the calendar of the rules: leave the paths out, and --store")
    plan = plan_for(wishes, paths)
    as_of = plan.settings.as_of
    last = until or _later(as_of, _WITHIN if within is None else within)
    problems: tuple[Problem, ...] = ()
    if store is not None:
        entries = _of_store(store, plan, last)
    elif paths:
        entries, problems = _of_articles(paths, plan, last)
    else:
        entries = _of_rules(plan, last, region)
    write(_FORMATS[format_](Forecast(as_of, last, entries, problems, plan.lang)), output)
    for each in problems:
        echo_of(each.path, each.reason.in_language(plan.lang))
    return PROBLEM if problems else FINE


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _of_articles(paths: Sequence[Path], plan: Plan, last: date) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    settings = _foreseeing(plan, last)
    result = run(gather(paths, None, plan), settings)
    return of_articles(result, plan.lang, bench_of(settings).region_name), result.problems


def _of_store(folder: Path, plan: Plan, last: date) -> tuple[Entry, ...]:
    require("archive", "duckdb", "pyarrow")
    from linter.archive.database import connect
    from linter.archive.impact.ahead import foresee
    from linter.archive.store import Store

    store = Store.open(folder)
    tell_of_store(store, plan.lang)
    with connect(store) as database:
        return foresee(database, partial(bench_of, _foreseeing(plan, last)), os.cpu_count() or 1, plan.lang)


def _foreseeing(plan: Plan, last: date) -> Settings:
    codes = tuple(check.code for check in load_checks() if check.over == "foresight")
    days = max((last - plan.settings.as_of).days, 0)
    return replace(plan.settings, profile="audit", select=codes, ignore=(), horizon=days)


def _of_rules(plan: Plan, last: date, region: str | None) -> tuple[Entry, ...]:
    bench = bench_of(plan.settings)
    found = changes_ahead(bench.reference, plan.settings.as_of, last)
    if region is not None:
        found = tuple(each for each in found if _in(each.rule.region, region, bench.regions.within))
    return of_rules(found, plan.lang, bench.region_name)


def _in(code: str, region: str, within: Callable[[str, str], bool]) -> bool:
    return code == region if region == COUNTRY else within(code, region)

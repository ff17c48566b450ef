"""Writes the reports of a result to where they were wanted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

import click

from linter.check_pages import check_text
from linter.cli.destinations import Destination, encoded, write_encoded
from linter.cli.plugin_faults import tell_broken
from linter.cli.step_summary import SUMMARY, add_step_summary
from linter.desk.planning import Plan
from linter.history import Entry
from linter.registry import broken_reports, load_checks, load_reports
from linter.report import CheckText, RenderOptions, streamed
from linter.result import RunResult
from linter.settings import bench_of


def existing(destinations: Iterable[Destination]) -> tuple[Destination, ...]:
    """The destinations. Raises ``click.BadParameter`` for a format that does not exist.

    A plug-in whose formats cannot be had is named on standard error.
    """
    reports = load_reports()
    tell_broken(broken_reports())
    for each in destinations:
        if each.format not in reports:
            raise click.BadParameter(f"{each.format!r} is none of {', '.join(reports)}", param_hint="--format")
    return tuple(destinations)


def render(
    result: RunResult,
    destinations: Iterable[Destination],
    plan: Plan,
    history: tuple[Entry, ...] = (),
    hear: Callable[[Destination, Iterable[bytes]], Iterable[bytes]] = lambda _, pieces: pieces,
) -> None:
    """Write every report, and the summary of the step when GitHub runs it; ``history`` ends with this run.

    Everything written passes through ``hear``.
    """
    reports, options = load_reports(), replace(_options(plan), history=history)
    for each in destinations:
        color, width = look_of(each)
        fitting = replace(options, color=color, width=width)
        pieces = streamed(reports[each.format], result, lang=plan.lang, options=fitting)
        write_encoded(hear(each, encoded(pieces)), each.output)
    add_step_summary(destinations, lambda: reports[SUMMARY].render(result, lang=plan.lang, options=options))


def _options(plan: Plan) -> RenderOptions:
    return RenderOptions(
        names=bench_of(plan.settings).region_name,
        docs_url=plan.docs_url,
        about=lambda code: _check_texts().get(code),
        gate=plan.gate,
    )


@cache
def _check_texts() -> Mapping[str, CheckText]:
    """Few reports ask for them."""
    return {check.code: check_text(check) for check in load_checks()}


def look_of(destination: Destination) -> tuple[bool, int]:
    """Whether a report may be coloured there, and the columns of its lines."""
    if destination.output is None and sys.stdout.isatty():
        return "NO_COLOR" not in os.environ, shutil.get_terminal_size().columns
    return RenderOptions().color, RenderOptions().width
